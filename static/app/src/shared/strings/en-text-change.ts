/** Words around the difference of two texts. */
export const textChange = {
  group: 'Difference',
  /** For screen readers, before each side; the eye has − and +. */
  before: 'Before:',
  now: 'Now:',
  more: 'Show the whole change',
  less: 'Show less',
  cut: 'The rest is in the issue’s history.',
} as const;
