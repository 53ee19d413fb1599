/** Who calls, and for what: people, ids and rights. */
import type { AbuseRow } from './row';

export const CALLER_ROWS: readonly AbuseRow[] = [
  {
    row: 1,
    what: 'asks for an issue of a project that one may not browse',
    tests: [
      ['resolvers/guard.test.ts', '%s on an issue that one may not see answers like on one that does not exist'],
      ['abuse/out-of-sight.test.ts', 'a project that one may not browse answers like one that does not exist'],
    ],
  },
  {
    row: 2,
    what: 'sends the account id of somebody who may more',
    tests: [
      ['resolvers/guard.test.ts', 'an account id in the payload is nobody'],
      ['abuse/in-disguise.test.ts', 'whoever is named in the payload: the caller is asked about, and the caller signs'],
    ],
  },
  {
    row: 3,
    what: 'names another project than the one whose page it is',
    tests: [
      ['resolvers/guard.test.ts', "%s on a project's page is about that project alone"],
      ['abuse/in-disguise.test.ts', 'a project named in the payload is nothing but a wish: the rights there decide'],
    ],
  },
  {
    row: 4,
    what: 'changes or links a risk without the right to edit',
    tests: [
      ['resolvers/guard.test.ts', '%s without the right changes nothing'],
      ['abuse/in-disguise.test.ts', '%s of a viewer writes nothing, neither as the person nor as the app'],
    ],
  },
  {
    row: 5,
    what: 'an empty list of ids',
    tests: [
      ['abuse/hostile-payloads.test.ts', 'an empty list is no permission: %s'],
      [
        'resolvers/source.test.ts',
        "uses neither Forge's authorize(), which takes an empty list for a yes, nor a route that it did not escape",
      ],
    ],
  },
  {
    row: 6,
    what: 'ids twice, keys, numbers in other clothes, JQL',
    tests: [
      ['resolvers/payloads.test.ts', '%s takes nothing but a numeric id'],
      ['abuse/hostile-payloads.test.ts', '%j among the ids is refused before anything is asked'],
      ['abuse/hostile-payloads.test.ts', 'the same id twice is one risk and one write'],
    ],
  },
  {
    row: 7,
    what: 'the check of the permission fails',
    tests: [
      ['resolvers/guard.test.ts', '%s means no'],
      ['resolvers/guard.test.ts', 'an answer %d %s means no'],
      ['abuse/hostile-payloads.test.ts', 'rights on several risks that cannot be read: %d %s means no'],
    ],
  },
  {
    row: 8,
    what: 'names of what every object has, as an operation',
    tests: [['resolvers/payloads.test.ts', '%j is no operation, and the answer tells nothing']],
  },
  {
    row: 9,
    what: 'does what is for admins, although the page is hidden',
    tests: [
      ['resolvers/guard.test.ts', '%s is for Jira admins, whether or not a page hides it'],
      ['resolvers/guard.test.ts', '%s is for those who administer the project'],
      [
        'abuse/right-of-the-moment.test.ts',
        'the admins’ work is refused from every page that there is, also from those that Jira hides',
      ],
      ['abuse/right-of-the-moment.test.ts', 'every operation there is belongs to one group of those who may'],
    ],
  },
  {
    row: 10,
    what: 'clicks after the right was taken away',
    tests: [
      ['resolvers/guard.test.ts', 'a right that was taken away after the page was loaded is gone at the click'],
      ['abuse/right-of-the-moment.test.ts', '%s is refused at the click: %s'],
      ['abuse/right-of-the-moment.test.ts', '%s names each issue that one may no longer change'],
    ],
  },
  {
    row: 11,
    what: 'is not signed in',
    tests: [
      ['resolvers/guard.test.ts', '%s refuses nobody in particular'],
      ['abuse/right-of-the-moment.test.ts', 'every operation there is belongs to one group of those who may'],
      ['resolvers/badge.test.ts', 'is what this viewer may see, and neutral for what they may not'],
    ],
  },
  {
    row: 12,
    what: 'two sites on one warm process, with the same keys',
    tests: [
      ['abuse/two-sites.test.ts', 'the two cannot be told apart by an id or a key'],
      [
        'abuse/two-sites.test.ts',
        'what a person may do on one is nothing that the person of the same id may do on the other',
      ],
      [
        'abuse/two-sites.test.ts',
        'every operation, event, job and schedule on both at once: each answers and keeps its own alone',
      ],
      ['abuse/two-sites.test.ts', 'nothing that outlives an invocation is ever changed'],
      ['resolvers/tenants.test.ts', 'nothing of one appears in the other, however they alternate'],
      ['resolvers/source.test.ts', 'keeps nothing between invocations: no variable outside a function'],
    ],
  },
  {
    row: 18,
    what: 'looks at a gadget whose author may see more',
    tests: [
      ['reads/gadget.test.ts', 'a project that the viewer may not see is left out, counted as such, and said'],
      ['reads/gadget.test.ts', 'a viewer who may see none of them gets no number at all'],
      ['browser/gadget.test.ts', 'of several projects, one of them hidden, says what it covers'],
      ['browser/gadget-states.test.ts', 'of projects that a person may not see shows no number'],
      ['browser/gadget.test.ts', 'that is not shared with somebody shows them no number, and in the settings no name'],
    ],
  },
  {
    row: 19,
    what: 'asks for the history of a project that one may not browse now',
    tests: [
      [
        'trends/reading.test.ts',
        'of two projects only the one that the person may browse; a hidden one and one that never was answer the same',
      ],
      ['trends/reading.test.ts', 'what the person may browse now counts, not what they could when it was counted'],
      ['trends/reading.test.ts', 'where Jira does not answer, nothing is shown'],
      ['trends/reading.test.ts', 'only where asked for, and the same that readTrends gives'],
    ],
  },
  {
    row: 20,
    what: 'a risk behind a security level',
    tests: [
      ['abuse/out-of-sight.test.ts', 'is in no list, no number and no suggestion of those outside the level'],
      ['abuse/out-of-sight.test.ts', 'answers to those outside the level like one that never was'],
      ['reads/review.test.ts', 'one behind a security level is neither listed nor counted for those outside it'],
      ['events/digest.test.ts', 'a risk behind a security level is not told of it, by its key or by a number'],
    ],
  },
  {
    row: 21,
    what: 'writes into the properties of a story that it is ready',
    tests: [
      ['abuse/past-the-gate.test.ts', 'the property %s opens nothing and makes nothing ready'],
      ['gate/gate.test.ts', 'an issue property opens nothing'],
      ['reads/story-assessment.test.ts', 'the property can silence the warning and do nothing else'],
      ['events/reconcile.test.ts', 'marks that somebody else wrote, or took away'],
    ],
  },
  {
    row: 22,
    what: 'changes a story after it was confirmed',
    tests: [
      ['abuse/past-the-gate.test.ts', 'whose text changed afterwards says so, until somebody looks again'],
      ['abuse/past-the-gate.test.ts', 'and whose answer was taken away is judged anew at the next transition'],
      [
        'abuse/past-the-gate.test.ts',
        'and whose assessment was taken back is judged anew, and cannot be confirmed any more',
      ],
      ['browser/story-panel.test.ts', 'is shown with what differs; one click confirms, and that lasts'],
    ],
  },
];
