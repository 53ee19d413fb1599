/** The groups of numbers, in the order they are shown. */
export const BLOCKS = ['open', 'trend', 'attention', 'enablers', 'ready', 'top'] as const;
export type BlockName = (typeof BLOCKS)[number];
