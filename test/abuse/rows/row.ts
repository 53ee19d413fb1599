/** One thing that a hostile, careless or unlucky user could try or meet. */
export interface AbuseRow {
  readonly row: number;
  readonly what: string;
  /** [file below test/, name of the test as written there]; none only where `why` says why the row cannot apply. */
  readonly tests: readonly (readonly [file: string, name: string])[];
  readonly why?: string;
}
