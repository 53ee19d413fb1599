/** How much of a file is taken, and how long a text may be. */

/** 5 MB, as a file system counts them. */
export const FILE_BYTES_MOST = 5_000_000;
/** Rows without the one with the headers. */
export const ROWS_MOST = 5000;
/** More than Jira's own export of every field has, as a rule; each is a line to choose a meaning on. */
export const COLUMNS_MOST = 1000;
/** Jira's own limit for a summary. */
export const SUMMARY_MOST = 255;
/** Below Jira's own 32,767 for a paragraph. */
export const PARAGRAPH_MOST = 32_000;
/** Jira's own limit for a label. */
export const ASSET_MOST = 255;
export const ASSETS_MOST = 50;
/** Jira's own limit for a line. */
export const ADDRESS_MOST = 255;
/** An id of the file's own. */
export const OWN_ID_MOST = 255;
/** Rows in one call: each is up to two writes, and a function has 25 s. */
export const ROWS_A_CALL = 20;
/** Characters of the rows in one call, as JSON: Forge takes 500 KB, and a character has up to three bytes. */
export const CHARACTERS_A_CALL = 150_000;
