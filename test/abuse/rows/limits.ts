/** Where Jira, the storage or the licence says no. */
import type { AbuseRow } from './row';

export const LIMIT_ROWS: readonly AbuseRow[] = [
  {
    row: 42,
    what: 'Jira asks to wait, for each of its reasons',
    tests: [
      ['jira/send.test.ts', 'a long wait for %s is left to the caller, with the seconds'],
      ['jira/send.test.ts', 'a short wait is obeyed to the second'],
      ['jira/send.test.ts', 'the header %j costs only its timing'],
      ['jira/send.test.ts', 'reads are repeated twice when Jira is away, and then the error comes'],
      ['jira/send.test.ts', 'writes are never repeated'],
      ['abuse/asked-to-wait.test.ts', '%s: a change is asked for once, and the person hears how long to wait'],
      ['abuse/asked-to-wait.test.ts', 'a job of %s, limited by %s for %d seconds, waits so long, and not for ever'],
      [
        'abuse/asked-to-wait.test.ts',
        'a job of %s that is asked to wait longer than a queue can leaves it to the next time',
      ],
    ],
  },
  {
    row: 43,
    what: '50,000 issues, a page token that is not known any more, a page that comes again',
    tests: [
      ['abuse/long-lists.test.ts', 'costs a page no more points than a small one'],
      ['abuse/long-lists.test.ts', 'is read whole with each issue once, a page in memory at a time'],
      ['abuse/long-lists.test.ts', 'is reconciled for a few points where nothing is wrong'],
      ['abuse/long-lists.test.ts', 'has its history counted in one job after the other, each risk once'],
      [
        'abuse/long-lists.test.ts',
        'repeat is counted once, in a file, a history, a time to close, levels and a message',
      ],
      ['abuse/long-lists.test.ts', 'go %s come to an end, which is no silent half'],
      [
        'abuse/long-lists.test.ts',
        'are not known any more: a file says so, a history begins anew and gives up in the end',
      ],
      ['events/reconcile-jobs.test.ts', 'a page’s token that Jira knows no more: the search begins again'],
      ['trends/rebuild.test.ts', 'a place in the list that Jira knows no more: from the beginning'],
      ['static/risk-board/board.test.ts', 'pages that lead round are a failure, not an endless reading'],
    ],
  },
  {
    row: 44,
    what: 'a value that grows too large, a key with typed text in it',
    tests: [
      ['abuse/full-storage.test.ts', 'settings with everything filled in'],
      ['abuse/full-storage.test.ts', 'a report with everything filled in, and more of them than the list keeps'],
      ['abuse/full-storage.test.ts', 'the list of as many risks as are looked at, with the longest ids'],
      [
        'abuse/full-storage.test.ts',
        'the history of a year of every day, and what is reconstructed of the days before',
      ],
      ['abuse/full-storage.test.ts', 'two different things never share one'],
      ['abuse/full-storage.test.ts', 'nothing that somebody typed becomes a part of one'],
      ['storage/storage.test.ts', '%j never becomes part of a key'],
    ],
  },
  {
    row: 45,
    what: 'the storage refuses, or loses an answer, between two writes that belong together',
    tests: [
      ['abuse/storage-in-trouble.test.ts', '%s, refused, unanswered or killed at every write to the storage'],
      [
        'settings/storage.test.ts',
        'a save that stopped between claim and write is finished by the next reader, and its revision is taken',
      ],
      [
        'report/reports.test.ts',
        'after any write, freezing again with the same key leaves one report and an empty draft',
      ],
    ],
  },
  {
    row: 52,
    what: 'an account is closed: what the app keeps of a person',
    tests: [
      [
        'abuse/nothing-of-people.test.ts',
        'after all kinds of work, what is kept and what waits names nobody, and quotes nothing; nor does the log',
      ],
      [
        'abuse/nothing-of-people.test.ts',
        'of an account that is closed nothing has to be forgotten, and the pages stand without it',
      ],
      ['acceptance/deciding.test.ts', 'what is kept is numbers and days: no person, no word'],
      ['report/reports.test.ts', 'nothing of a person is stored: no account id, whoever wrote and froze'],
    ],
  },
  {
    row: 53,
    what: 'the licence ends while work is under way',
    tests: [
      ['resolvers/guard.test.ts', 'an inactive licence is refused politely, data untouched'],
      [
        'abuse/without-licence.test.ts',
        'with %j nothing that Forge runs by itself asks or changes anything, and what waits is dropped',
      ],
      ['abuse/without-licence.test.ts', 'with a licence again, everything that was under way is taken up and ends'],
    ],
  },
];
