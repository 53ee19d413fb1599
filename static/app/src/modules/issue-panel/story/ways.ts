/** What the viewer can do so that a relevant story is answered; what they may not do, or what does not count, is missing. */
export interface Ways {
  readonly link?: (() => void) | undefined;
  readonly enabler?: (() => void) | undefined;
  readonly criteria?: (() => void) | undefined;
}

export function anyWay({ link, enabler, criteria }: Ways): boolean {
  return (link ?? enabler ?? criteria) !== undefined;
}
