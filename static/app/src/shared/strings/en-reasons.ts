/** Words of the reasons for “not relevant”, and of the one that asks for a sentence. */
export const reasons = {
  question: 'Why is it not relevant?',
  wording: 'Wording or layout only',
  noSensitivePart: 'No data, login or interface touched',
  coveredElsewhere: 'Covered by another story',
  internalTool: 'Internal tool without customer data',
  research: 'Research or documentation',
  other: 'Other',
  otherAsks: 'Other …',
  oneClick: 'One click saves.',
  /** Follows the key Esc. */
  escBack: 'goes back.',
  otherTitle: 'Other reason',
  all: 'All reasons',
  sentence: 'One sentence, for whoever asks later',
  counter: '{count} of {max}',
  counterSpoken: { one: '{count} character left', other: '{count} characters left' },
  required: 'Write a sentence first.',
  cancel: 'Cancel',
  save: 'Save',
} as const;
