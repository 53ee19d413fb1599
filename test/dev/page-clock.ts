import type { Clock } from '../local-jira';

/** The machine's own time, taken before `Date` is made to follow the site's clock (site-date.ts). */
export const machineNow: () => number = Date.now;

export const PAGE_CLOCK_PATH = '/__lab/clock.js';

/**
 * On a real site, a page's clock and Jira's agree. Here the site may live in another year than the machine, so a page of
 * the app gets a clock that runs like the machine's but starts at the site's time. It changes nothing but `Date`.
 */
export function pageClockScript(clock: Clock): string {
  const offset = Math.round(clock.now().getTime() - machineNow());
  return `(() => {
  const Real = Date;
  const offset = ${offset};
  class SiteDate extends Real {
    constructor(...args) {
      if (args.length === 0) super(Real.now() + offset);
      else super(...args);
    }
    static now() {
      return Real.now() + offset;
    }
  }
  globalThis.Date = new Proxy(SiteDate, { apply: () => new SiteDate().toString() });
})();
`;
}

/** Puts the clock before everything else in a page of the app. */
export async function withPageClock(response: Response): Promise<Response> {
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response;
  const html = await response.text();
  return new Response(
    html.replace(/<head[^>]*>/i, (head) => `${head}<script src="${PAGE_CLOCK_PATH}"></script>`),
    {
      status: response.status,
      headers: response.headers,
    },
  );
}
