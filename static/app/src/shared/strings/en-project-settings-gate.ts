/** Words about the gate, for the page of a project's settings. */
export const projectGate = {
  heading: 'Gate',
  help: 'What happens to a story that is not ready.',
  default: 'Default',
  choices: {
    off: { name: 'Off', about: 'Nothing. Assessing, lists and numbers still work.' },
    flag: { name: 'Flag', about: 'The story says what is missing. Nobody is stopped.' },
    block: { name: 'Block', about: 'Jira refuses the move and says what to do.' },
  },
  chooseFirst: 'Choose readiness statuses and story types above; the transitions follow from them.',
  planning: 'Looking which transitions can block',
  planFailed: 'Jira did not tell which transitions there are.',
  impossible: {
    workflowNotEditable:
      'Jira does not let apps change the workflow of these stories, so nothing can block here. Flag does the rest.',
    noTransition:
      'No transition leads into a readiness status, so there is nothing that could block. Choose other statuses above.',
    notSetUp: 'Add Shift-Up to this project first.',
    notOffered:
      'Jira does not offer Shift-Up’s rule for this workflow yet. After an update of Shift-Up that takes a while; try again later.',
    noField:
      'Stories of this project have no field Security relevance, so Jira has nothing to look at. Finish the set-up first.',
  },
  cannot: 'This project cannot block',
  needsJiraAdmin:
    'Other projects use the same workflow: {others}. So only a Jira admin can let it block. Ask one to choose Block here.',
  transitions: {
    label: 'Transitions that block',
    placeholder: 'Choose transitions',
    help: 'Every way into a readiness status that is left out stays open.',
    note: 'to {status}, {workflow}',
    inWorkflow: '{transition} ({workflow})',
    create: 'Making a story in {status}',
    missing: 'Choose at least one transition, or choose Flag.',
    notPlanned: 'Wait until the transitions are there, or choose Flag.',
    nothing: 'No other transition',
    looking: 'Looking',
    failed: 'Nothing can be listed right now.',
  },
  preview: 'What people will read',
  notInForce: {
    heading: 'The project says Block, but nothing blocks yet',
    body: 'No transition has the rule. Choose the transitions and attach it.',
    attach: 'Attach now',
  },
  broken: {
    heading: 'A rule in the workflow was changed',
    body: '{names}: the rule there is not the one Shift-Up writes. Attach it again to put that right.',
  },
  stray: {
    heading: 'Something still blocks',
    body: 'The project does not say Block, but Jira still refuses {names} for stories that are not ready.',
  },
  uninstall: {
    heading: 'Before you uninstall Shift-Up, detach the gate',
    body: 'Jira keeps the rule but can no longer ask us. It would then refuse {transitions} for everybody, in {workflows} used by {projects}.',
    workflows: { one: '{count} workflow ({names})', other: '{count} workflows ({names})' },
    hidden: { one: '{count} project you cannot see', other: '{count} projects you cannot see' },
    detach: 'Detach now',
    copy: 'Copy a note for your admins',
    copied: 'Copied',
    copyByHand: 'Copy this note:',
    note: 'Before anybody uninstalls Shift-Up from {site}: open Project settings, Apps, Security in {project} and choose “Detach now”. Otherwise Jira would refuse {transitions} for everybody, in {workflows} used by {projects}, until an admin takes the rule out of the workflow by hand.',
  },
  outcome: {
    blocks: '{workflow}: Jira refuses {names} for stories that are not ready.',
    freed: '{workflow}: Jira no longer refuses {names}.',
    missing: '{workflow}: the rule could not be put on {names}.',
    left: '{workflow}: the rule could not be taken off {names}.',
    attached: 'The gate is in force',
    detached: 'The gate is detached',
    attachFailed: 'The gate is not as you chose',
    detachFailed: 'The gate could not be detached',
    settingsSaved: 'The settings themselves are saved.',
    nowFlag: 'The project now says Flag.',
    conflict:
      'Somebody edited the workflow after this page looked, so nothing was forced on it. The transitions are read anew: look at them and try again.',
    because: '{heading}.',
    unknown: 'What blocks now could not be read. Reload the page to see it.',
    again: 'Try again',
  },
  followUp: {
    detached: 'Jira no longer refuses anything in {workflows}.',
    rewritten: 'The rule in {workflows} follows these settings.',
    failed: 'The settings are saved, but the gate did not follow',
    failedIn: '{workflow}: {heading}.',
    failedUnknown: 'The workflows could not be read: {heading}.',
    detachAgain: 'Detach again',
    attachAgain: 'Attach again',
  },
} as const;
