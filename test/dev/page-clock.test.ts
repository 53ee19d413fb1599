import { runInNewContext } from 'node:vm';
import { fixedClock } from '../local-jira';
import { pageClockScript, withPageClock } from './page-clock';
import { followClock } from './site-date';

describe('the clock of an app page', () => {
  const script = pageClockScript(fixedClock('2026-11-20T13:30:00.000Z'));
  const inPage = (code: string): unknown => runInNewContext(`${script};${code}`, { Intl });

  it('starts at the time of the site', () => {
    expect(inPage('new Date().toISOString().slice(0, 16)')).toBe('2026-11-20T13:30');
    expect(inPage('new Date(Date.now()).toISOString().slice(0, 10)')).toBe('2026-11-20');
    expect(inPage('Date().includes("2026")')).toBe(true);
  });

  it('starts there also while functions follow the clock of the site', () => {
    const clock = fixedClock('2020-02-03T10:00:00.000Z');
    const back = followClock(clock);
    try {
      const page = runInNewContext(`${pageClockScript(clock)};new Date().toISOString().slice(0, 16)`, {
        Intl,
      }) as string;
      expect(page).toBe('2020-02-03T10:00');
    } finally {
      back();
    }
  });

  it('leaves given instants alone', () => {
    expect(inPage('new Date("2020-02-03T00:00:00Z").toISOString()')).toBe('2020-02-03T00:00:00.000Z');
    expect(inPage('new Date(0).getTime() + Date.UTC(1970, 0, 2) + Date.parse("1970-01-02")')).toBe(172_800_000);
    expect(inPage('new Date() instanceof Date && new Date(0) instanceof Date')).toBe(true);
  });

  it('stands before everything else in a page, and only in pages', async () => {
    const page = await withPageClock(
      new Response('<head lang="en"><script src="a.js"></script></head>', { headers: { 'content-type': 'text/html' } }),
    );
    expect(await page.text()).toMatch(
      /^<head lang="en"><script src="\/__lab\/clock\.js"><\/script><script src="a\.js">/,
    );
    const other = new Response('<head>', { headers: { 'content-type': 'text/css' } });
    expect(await (await withPageClock(other)).text()).toBe('<head>');
  });
});
