/** What admins do: settings, set-up, workflows, the gate. */
import type { AbuseRow } from './row';

export const SET_UP_ROWS: readonly AbuseRow[] = [
  {
    row: 34,
    what: 'two admins save the settings at the same time',
    tests: [
      [
        'settings/save.test.ts',
        'of two admins who began with the same, the second is told, and nothing of theirs is written',
      ],
      [
        'settings/save.test.ts',
        'ten saves of the same revision at once: exactly one wins, and its settings are what is kept',
      ],
      [
        'settings/storage.test.ts',
        'of any number of savers that began with the same revision, in any order, one wins and nothing of it is lost',
      ],
      [
        'browser/project-settings.test.ts',
        'the second is told, reads the difference in words, and keeps his changes on top of theirs',
      ],
      ['browser/project-settings.test.ts', 'or takes theirs'],
    ],
  },
  {
    row: 35,
    what: 'two admins set up together, or again after a reinstallation',
    tests: [
      [
        'abuse/admins-at-once.test.ts',
        'there is what one of them makes, and after a reinstallation the same once more',
      ],
      [
        'abuse/admins-at-once.test.ts',
        'what was renamed meanwhile is known by its recorded id, and what has its name now is not taken for it',
      ],
      ['setup/run.test.ts', 'who start at the same moment get the same run, and everything is there once'],
      ['setup/run.test.ts', 'the second one, later, gets the run that is under way and starts nothing'],
      ['setup/set-up.test.ts', 'finds what it made, adopts all of it, and makes nothing twice'],
      [
        'browser/set-up.test.ts',
        'another admin sees it, joins it instead of starting a second one, and both see the end',
      ],
    ],
  },
  {
    row: 36,
    what: 'things of others that are called like ours, or almost',
    tests: [
      ['abuse/admins-at-once.test.ts', '%s: is asked about where Jira takes it for the same, and never taken'],
      ['setup/conflicts.test.ts', 'ours beside theirs: everything works, nothing of theirs changes'],
      ['setup/conflicts.test.ts', 'theirs in the place of ours: recorded by id, changed in nothing'],
      ['setup/conflicts.test.ts', '%s: somebody makes one of that name after the start; the run stops there and asks'],
      ['static/set-up-plan.test.ts', 'what has to be decided is never folded away, and its group opens by itself'],
      [
        'browser/set-up.test.ts',
        'an admin decides a conflict, sets up three projects, and somebody without admin rights makes the first risk',
      ],
    ],
  },
  {
    row: 37,
    what: 'set-up dies in the middle',
    tests: [
      ['setup/every-write.test.ts', 'every write to %s, disturbed in every way, leaves no trace'],
      ['setup/run.test.ts', "%d stops the run, with Jira's own words; resuming goes on from there"],
      [
        'abuse/admins-at-once.test.ts',
        'undone from wherever it stopped, nothing of it is left, and nothing of others is gone',
      ],
      ['setup/undo.test.ts', 'goes on where it stopped'],
      ['setup/undo.test.ts', 'theirs that an admin chose, and that is asked about again afterwards'],
      ['browser/set-up.test.ts', 'a failed step says why; Resume has the focus and goes on from there'],
    ],
  },
  {
    row: 38,
    what: 'a workflow changes between our read and our write',
    tests: [
      ['abuse/gate-input.test.ts', 'attaching is refused with nothing written; from a new look it goes'],
      [
        'abuse/gate-input.test.ts',
        'detaching reads again and takes only our rule; saving too, and names what it could not change',
      ],
      ['gate/workflows.test.ts', 'after the plan: attaching says so and writes nothing'],
      ['setup/undo.test.ts', 'a workflow that somebody has changed since'],
      [
        'browser/project-settings-gate.test.ts',
        'a workflow that somebody edited meanwhile is not forced, and the page says so',
      ],
    ],
  },
  {
    row: 39,
    what: 'the app is uninstalled while the validator is attached',
    tests: [
      ['gate/uninstall.test.ts', 'the app takes its rule out before it goes, so that nothing is frozen'],
      ['gate/uninstall.test.ts', 'its failing (%s) keeps nobody from uninstalling'],
      [
        'gate/uninstall.test.ts',
        'with the rule still attached, Jira refuses the transition for everybody: what the page warns of',
      ],
      [
        'browser/project-settings-gate.test.ts',
        'is attached, refuses a story with its message, lets it through once assessed, and is detached',
      ],
      ['abuse/gate-input.test.ts', 'whoever reads how to uninstall reads first that the gate is detached before'],
      ['gate/workflows.test.ts', 'detached from every workflow of the site, published or not used'],
    ],
  },
  {
    row: 40,
    what: 'a validator that is given nothing, something else, or too much',
    tests: [
      ['abuse/gate-input.test.ts', 'a configuration that is %s'],
      ['abuse/gate-input.test.ts', 'a configuration that is no JSON is refused, and says whom to ask'],
      ['abuse/gate-input.test.ts', 'a description of a megabyte is not looked at'],
      ['abuse/gate-input.test.ts', '%d links, of which none answers, and of which the last one does'],
      ['abuse/gate-input.test.ts', 'made with nothing but a summary, or with a value that is no option'],
      ['gate/agreement.test.ts', 'Jira and the rule agree about any issue of a shared workflow: %s'],
    ],
  },
  {
    row: 41,
    what: 'a configuration of the validator with an expression of its own',
    tests: [
      ['abuse/gate-input.test.ts', 'sent along when the gate is attached or saved, nothing of it is kept'],
      ['abuse/gate-input.test.ts', 'written into the rule past us, it is seen as broken, and attaching puts it right'],
      ['gate/workflows.test.ts', 'the rule that is attached holds ids and our own words, and nothing of a person'],
      ['settings/save.test.ts', 'hold nothing but what they are: anything else in the payload is dropped'],
    ],
  },
];
