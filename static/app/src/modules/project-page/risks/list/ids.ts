/** The id of a risk's row in the page. */
export function rowId(riskId: string): string {
  return `risk-row-${riskId}`;
}
