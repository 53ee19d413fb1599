/** What is sent, shown, exported and logged: texts, payloads, queries. */
import type { AbuseRow } from './row';

export const TEXT_ROWS: readonly AbuseRow[] = [
  {
    row: 13,
    what: 'names that a browser would run, turn round, or not get to the end of',
    tests: [
      ['browser/hostile-texts.test.ts', '$name shows it as text, and nothing of it happens'],
      ['browser/hostile-texts.test.ts', 'an exported register holds it as text that no spreadsheet runs'],
      ['static/risk/secure-address.test.ts', '%p is no link'],
      ['static/links.test.ts', 'an issue key cannot leave its place in the path'],
      [
        'static/gadget-configuration.test.ts',
        'title and names are cut, kept on one line, and cannot turn the reading direction',
      ],
    ],
  },
  {
    row: 14,
    what: 'documents of unknown, deep or endless content',
    tests: [
      ['abuse/odd-documents.test.ts', '%s is read, and nothing breaks'],
      ['abuse/odd-documents.test.ts', '%s is worked on: written, or refused in Jira’s own words'],
      ['jira/document.test.ts', 'forty levels are read; ten thousand levels, a huge document and a circle end'],
      ['jira/document.test.ts', 'unknown nodes are walked through'],
      ['domain/criteria/security-criteria.test.ts', 'the time grows with the document, also of many %s'],
    ],
  },
  {
    row: 15,
    what: 'names that would end a literal of a query',
    tests: [
      ['jira/jql.test.ts', '%j stays one literal'],
      ['jira/jql.test.ts', 'whatever the text, it is exactly one clause whose one literal is that text'],
      ['jira/jql.test.ts', 'a link description can be anything'],
      [
        'abuse/words-in-queries.test.ts',
        'projects, labels and issues called %j: the same numbers, and not a clause more',
      ],
      [
        'abuse/words-in-queries.test.ts',
        '%j typed into a search is searched for as words, and finds nothing beyond the project',
      ],
    ],
  },
  {
    row: 16,
    what: 'a value that ends in a backslash',
    tests: [
      ['jira/jql.test.ts', '%j stays one literal'],
      ['jira/jql.test.ts', 'there is no character of the basic plane that a literal cannot hold'],
      [
        'abuse/words-in-queries.test.ts',
        '%j typed into a search is searched for as words, and finds nothing beyond the project',
      ],
    ],
  },
  {
    row: 17,
    what: 'a saved gadget with JQL, endless numbers and keys that nobody knows',
    tests: [
      ['static/gadget-configuration.test.ts', 'unknown keys are dropped, raw JQL among them'],
      ['static/gadget-configuration.test.ts', 'ids and keys that could change a query are no project'],
      ['static/gadget-configuration.test.ts', 'an interval that is %s is clamped'],
      ['static/gadget-configuration.test.ts', 'a prototype neither adds settings nor is changed'],
      [
        'fuzz/gadget-configuration.test.ts',
        'settings with something about them broken are none, or sound ones that are the same when they are saved and read again',
      ],
    ],
  },
  {
    row: 46,
    what: 'payloads too large, too long, too deep, of wrong types',
    tests: [
      ['resolvers/payloads.test.ts', 'more than Forge takes never arrives'],
      ['resolvers/payloads.test.ts', 'lists: none, too many, wrong ones'],
      ['resolvers/payloads.test.ts', '%s: wrong types, nothing, and a thousand levels are refused'],
      [
        'abuse/words-in-queries.test.ts',
        '%s: thousands of items, and texts of 400,000 letters, are refused before anything is asked',
      ],
      ['fuzz/payloads.test.ts', '%s'],
    ],
  },
  {
    row: 47,
    what: 'text made to keep the search for hints busy',
    tests: [
      ['fuzz/hints.test.ts', 'the time grows with the text, whatever is repeated'],
      [
        'fuzz/hints.test.ts',
        'never throws, whatever the text and the own words are, and marks what stands in the text',
      ],
      ['domain/criteria/security-criteria.test.ts', 'the time grows with the document, also of many %s'],
      ['jira/history-text.test.ts', 'the time grows with the text, also where %j is repeated'],
    ],
  },
  {
    row: 48,
    what: 'an own word that is a regular expression',
    tests: [
      ['domain/hints/hint.test.ts', '%s has no meaning of its own'],
      [
        'abuse/words-in-queries.test.ts',
        'an admin’s words that look like patterns are saved as words, and mean nothing else',
      ],
    ],
  },
  {
    row: 49,
    what: 'fields in the payload that nobody offers to change',
    tests: [
      ['commands/edit-risks.test.ts', 'only listed fields reach Jira'],
      [
        'commands/create-risk.test.ts',
        'without the right to create nothing is made; only allow-listed fields reach Jira',
      ],
      ['commands/import-risks.test.ts', 'only what is listed reaches Jira'],
      ['abuse/hostile-payloads.test.ts', '%s writes what it is for, and nothing else of what was sent'],
    ],
  },
  {
    row: 50,
    what: 'texts that a spreadsheet would run, in an exported file',
    tests: [
      ['domain/csv/formula.test.ts', 'no cell begins as a formula does'],
      ['domain/csv/formula.test.ts', 'every text comes back'],
      ['static/register/round-trip.test.ts', 'a file is RFC 4180: another reader finds the same cells'],
      ['static/register/round-trip.test.ts', 'no cell is run by a spreadsheet'],
      [
        'static/issue-panel/decision-rows.test.ts',
        'as a file no cell runs as a formula, and every text comes back as it was written',
      ],
    ],
  },
  {
    row: 51,
    what: 'names and texts in the log, whatever fails',
    tests: [
      ['abuse/silent-log.test.ts', 'to %s of every operation'],
      ['abuse/silent-log.test.ts', 'to everything that happens without a person'],
      ['abuse/silent-log.test.ts', 'the storage answers with a page of text'],
      [
        'resolvers/guard.test.ts',
        'the log holds operations, codes and names of calls, and nothing of the issue or of Jira',
      ],
    ],
  },
  {
    row: 54,
    what: 'a language or a time zone that nobody knows',
    tests: [
      [
        'browser/hostile-texts.test.ts',
        'whoever has a language and a time zone that nobody knows reads the same words',
      ],
      ['static/days.test.ts', 'an unknown zone falls back to the browser’s'],
      ['static/strings.test.ts', 'every word of the catalogue is filled in and has balanced gaps'],
    ],
  },
];
