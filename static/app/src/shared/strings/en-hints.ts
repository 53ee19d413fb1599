/** Words of the hints, wherever a story is shown. */
export const hints = {
  label: 'Hint',
  heading: 'Hint: {topic}',
  /** Behind the first topic, where there is one more; read together with it. */
  also: '+ {topic}',
  /** Behind the first topic, where there are several more. */
  alsoMany: '+ {topic} and {count} more',
  /** In a narrow column. */
  plus: '+ {count}',
  alsoSmall: 'also {topics}',
  words: 'Words in this story',
  asks: 'A security engineer would ask',
  why: 'Why this hint',
  evidence: {
    caption: 'Evidence for this hint',
    word: 'Word',
    source: 'Stands for',
    counts: 'Counts',
    total: 'Together, shown from {threshold}',
    own: 'a word your project chose',
    /** In front of what is taken away. */
    minus: '−{counts}',
    /** What the story is about instead. */
    about: {
      display: 'about what is shown',
      finding: 'about finding and sorting',
      printing: 'about printing and formats',
      wording: 'about wording and language',
      code: 'about the code only',
      speed: 'about speed',
      looks: 'about looks',
      content: 'about public content',
      figures: 'about figures',
      specification: 'a specification names everything',
    },
  },
  alsoAsk: 'Also worth asking',
  never: 'A hint never sets anything. Your text stays in Jira.',
  none: 'No hint for this text. That does not mean “not relevant”.',
  noneShort: 'No hint',
  /** Between two pieces of a quotation, and where one begins or ends within a sentence. */
  omission: '…',
  /** What is put around words of the story, by the language of the story. */
  quotation: { en: ['“', '”'], de: ['„', '“'], fr: ['« ', ' »'] },
  /** Name and question of each topic. */
  topics: {
    payment: {
      name: 'Payment',
      question:
        'Could somebody change the amount, the recipient or the number of times, and do we keep card numbers ourselves or only a token of the payment provider?',
    },
    personalData: {
      name: 'Personal data',
      question: 'Do we need all of these data, who can see them, how long do we keep them, and how are they deleted?',
    },
    authentication: {
      name: 'Authentication',
      question:
        'What stops somebody from getting in as another person: with a stolen password, an open session or a lost device?',
    },
    authorisation: {
      name: 'Authorisation',
      question:
        'Where does the server check that this person may do this with this very record, and what happens when somebody tries another id?',
    },
    cryptography: {
      name: 'Cryptography and secrets',
      question:
        'Which keys and secrets does this need, where are they kept, and how are they replaced when one becomes known?',
    },
    input: {
      name: 'Input and upload',
      question:
        'What is the worst that somebody could type or upload here, and where do we check it before we use or show it?',
    },
    externalInterface: {
      name: 'External interface',
      question:
        'How do we know who is on the other side, and what happens when it sends something wrong, or is taken over?',
    },
    logging: {
      name: 'Logging and audit',
      question: 'Could we show afterwards who did what, and does the log hold nothing that should stay secret?',
    },
    administration: {
      name: 'Administration',
      question: 'Who may do this, what harm could one person alone do with it, and who would notice?',
    },
    abuse: {
      name: 'Availability and abuse',
      question: 'What happens when somebody does this ten thousand times, and who is left without service?',
    },
    dependencies: {
      name: 'Dependencies and weaknesses',
      question: 'Which known weaknesses does this bring in or take away, and who updates it next time?',
    },
    security: {
      name: 'Security by name',
      question: 'What exactly has to be protected here, from whom, and how will we see that it is?',
    },
    own: {
      name: 'Your project’s words',
      question: 'Your project chose this word as a sign. What does this story change about what stands behind it?',
    },
  },
} as const;
