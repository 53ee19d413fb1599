/** Beyond the list that the project began with: rows from 101 on. */
import type { AbuseRow } from './row';

export const OWN_ROWS: readonly AbuseRow[] = [
  {
    row: 101,
    what: 'events that nobody sent like this',
    tests: [
      ['abuse/forged-messages.test.ts', 'whatever an event claims, nothing follows but what the issues themselves say'],
      [
        'abuse/forged-messages.test.ts',
        'an event about another project, signed as one of ours, is about the issue as it is',
      ],
      ['events/issue-events.test.ts', 'that is none is said in the log, and stops nothing'],
    ],
  },
  {
    row: 102,
    what: 'jobs of runs that are not there',
    tests: [
      [
        'abuse/forged-messages.test.ts',
        'a job of %s that belongs to no run, first or as a retry, asks Jira nothing and keeps nothing',
      ],
    ],
  },
  {
    row: 103,
    what: 'a page that was opened before the app changed',
    tests: [
      [
        'abuse/old-pages.test.ts',
        '%s of a page that does not know one of its parts yet is refused whole, or is done without that part',
      ],
      ['abuse/old-pages.test.ts', 'settings of a page that does not know of a part of them keep that part'],
      ['abuse/old-pages.test.ts', 'the operation %j of another version is said to be unknown'],
    ],
  },
  {
    row: 104,
    what: 'the app is taken from the site and comes back under an open page',
    tests: [
      [
        'abuse/old-pages.test.ts',
        'the app was taken from the site and came back: pages that stayed open are told, and change nothing',
      ],
    ],
  },
  {
    row: 105,
    what: 'issue properties overwritten by somebody, with junk, with other versions, as large as Jira takes',
    tests: [
      [
        'abuse/junk-at-rest.test.ts',
        'issue properties that somebody overwrote make no story ready, break no page, and are put right by the next event',
      ],
      ['events/issue-events.test.ts', '%s on a story that is ready is taken away, on a bypass replaced'],
      ['commands/import-risks.test.ts', 'a copy of the risk, marks and all, is not taken for it'],
      ['commands/create-risk.test.ts', 'the mark of somebody else on another type of issue is not believed'],
    ],
  },
  {
    row: 106,
    what: 'a stored value that is broken',
    tests: [
      [
        'abuse/junk-at-rest.test.ts',
        'a stored value that is broken is left as it is, never half believed, and every operation answers',
      ],
      ['storage/storage.test.ts', '%s holding %j is said to be damaged, and stays as it is'],
    ],
  },
  {
    row: 107,
    what: 'ids of links and issues of other projects',
    tests: [
      ['abuse/borrowed-ids.test.ts', 'a link between two other issues is not taken away in the name of a third'],
      ['abuse/borrowed-ids.test.ts', 'what one may not see cannot be linked to, and answers like what never was'],
      ['abuse/borrowed-ids.test.ts', 'an enabler is not made under %s that one may not see'],
      [
        'commands/link-issues.test.ts',
        'a risk in a project where one may not link: that one is refused, the others are linked',
      ],
      [
        'commands/import-risks.test.ts',
        'of what is no risk of this project, or of what the person may not see, change nothing',
      ],
    ],
  },
  {
    row: 108,
    what: 'an id of another kind of issue',
    tests: [
      [
        'abuse/borrowed-ids.test.ts',
        'what is for risks does nothing to a story, and what is for stories nothing to a risk',
      ],
    ],
  },
  {
    row: 109,
    what: 'whoever asked becomes an approver: by a group, by settings, by a second account',
    tests: [
      [
        'abuse/second-account.test.ts',
        'also when they become an approver afterwards, by a group, by another group, or by settings of their own',
      ],
      [
        'abuse/second-account.test.ts',
        'nor after taking the request back and asking in the name of nobody, or of another request',
      ],
      [
        'abuse/second-account.test.ts',
        'a second account is another person for Jira; both names stand in the risk for everybody to see',
      ],
      ['acceptance/deciding.test.ts', 'whoever asked does not decide, although they may approve'],
    ],
  },
  {
    row: 110,
    what: 'the calls of an acceptance that is over, sent again',
    tests: [
      ['abuse/second-account.test.ts', 'the calls of an acceptance that is over, sent again, bring nothing back'],
      ['acceptance/deciding.test.ts', 'the key of the request is no key of a decision'],
    ],
  },
  {
    row: 111,
    what: 'an acceptance made longer: a day typed by hand, a clock that goes back',
    tests: [
      ['abuse/second-account.test.ts', 'a clock that goes back does not make an acceptance that is over hold again'],
      ['acceptance/keeping.test.ts', 'the day that somebody typed is put right; only a decision extends'],
      ['acceptance/keeping.test.ts', 'also where somebody typed a later day and no event told of it'],
      ['acceptance/deciding.test.ts', 'a decision cannot bring another day'],
    ],
  },
  {
    row: 112,
    what: 'names that look like ours, or like somebody’s, in letters of another alphabet',
    tests: [
      ['abuse/look-alikes.test.ts', 'links of a type that reads like ours to people count as nothing'],
      ['abuse/look-alikes.test.ts', 'issues of a type that is called like ours are no risks'],
      [
        'abuse/look-alikes.test.ts',
        'an owner whose name looks like another’s is whoever is spelt like that, letter by letter',
      ],
    ],
  },
  {
    row: 113,
    what: 'a file of 100,000 columns, of one endless cell, of broken bytes, in any encoding',
    tests: [
      ['fuzz/csv.test.ts', 'a hundred thousand columns are too many; a single endless cell is one cell'],
      [
        'fuzz/csv.test.ts',
        'any bytes are a table or a problem with a sentence, and every row is a risk or says what is wrong',
      ],
      [
        'fuzz/csv.test.ts',
        'what the page read is taken; the dry run tells what the import does; again, nothing changes',
      ],
      [
        'fuzz/csv.test.ts',
        'any cells that we write are read again as they were, by us and by others, and none is a formula',
      ],
      [
        'static/register/round-trip.test.ts',
        'what spreadsheets write elsewhere is read: semicolons, tabs, Windows-1252, UTF-16, longer rows',
      ],
    ],
  },
  {
    row: 114,
    what: 'own words whose plain form is a sign of the pattern language, or blanks',
    tests: [
      ['fuzz/hints.test.ts', 'the own word %j is a word, and found as one'],
      [
        'fuzz/hints.test.ts',
        'never throws, whatever the text and the own words are, and marks what stands in the text',
      ],
      ['fuzz/hints.test.ts', 'composed and decomposed letters get the same answer, and the same words are marked'],
      ['fuzz/hints.test.ts', 'the time grows with the text, whatever is repeated'],
    ],
  },
  {
    row: 115,
    what: 'the key of somebody else’s call, or of another one of one’s own',
    tests: [
      ['commands/create-risk.test.ts', 'a key belongs to one story'],
      ['commands/create-enablers.test.ts', 'a key belongs to one issue'],
      ['acceptance/deciding.test.ts', 'the key of the request is no key of a decision'],
    ],
  },
  {
    row: 116,
    what: 'a report frozen by a reader, or with numbers that are none',
    tests: [
      ['report/reports.test.ts', 'a reader of the project reads, and neither saves nor freezes'],
      ['report/reports.test.ts', 'who may not see the project hears what is said of one that does not exist'],
      ['report/reports.test.ts', 'what is not a number of the report is dropped'],
    ],
  },
  {
    row: 117,
    what: 'a gadget’s settings as anybody might have left them in Jira',
    tests: [
      [
        'fuzz/gadget-configuration.test.ts',
        'settings with something about them broken are none, or sound ones that are the same when they are saved and read again',
      ],
      ['static/gadget-configuration.test.ts', 'a prototype neither adds settings nor is changed'],
    ],
  },
];
