/** A comment takes no more characters. */
export const NOTE_MOST = 10_000;
