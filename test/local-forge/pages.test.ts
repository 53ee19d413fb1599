/** Pages as they are served: content policy, the bridge first, and nothing outside the resource. */
import { probe } from './probe';
import { themeStylesheet } from './theme';

const ORIGIN = 'http://127.0.0.1:3000';
const get = async (path: string): Promise<Response | undefined> => probe().forge.pages(new Request(`${ORIGIN}${path}`));

test('an entry page carries the strict policy, and the bridge before its own scripts', async () => {
  const response = await get('/__forge/page/cloud-probe/pages/panel');
  expect(response?.status).toBe(200);
  expect(response?.headers.get('content-security-policy')).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; font-src 'self' data:; " +
      "connect-src 'self'; frame-ancestors http://localhost:3000 http://127.0.0.1:3000",
  );
  const html = (await response?.text()) ?? '';
  const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => source);
  expect(scripts).toEqual(['/__forge/bridge-client.js', './assets/panel.js']);
  expect(html).toContain('href="/__forge/theme.css"');
});

test('files beside the entries are served with their type', async () => {
  const response = await get('/__forge/page/cloud-probe/pages/assets/panel.css');
  expect(response?.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(await response?.text()).toContain('var(--ds-text)');
});

test.each([
  '/__forge/page/cloud-probe/pages/..%2f..%2fmanifest.yml',
  '/__forge/page/cloud-probe/pages/%2e%2e/%2e%2e/src/index.ts',
  '/__forge/page/cloud-probe/pages/assets/..%2f..%2f..%2fpanel.html',
  '/__forge/page/cloud-probe/pages/%2fetc%2fpasswd.css',
  '/__forge/page/cloud-probe/pages/panel.html%00.css',
  '/__forge/page/cloud-probe/pages/%E0%A4%A.css',
  '/__forge/page/other-cloud/pages/panel',
  '/__forge/page/cloud-probe/none/panel',
  '/__forge/page/cloud-probe/pages/constructor',
  '/__forge/page/cloud-probe/pages/assets/none.css',
])('%s is refused', async (path) => {
  const response = await get(path);
  expect(response?.status ?? 404).toBeGreaterThanOrEqual(400);
  expect(response?.status ?? 404).toBeLessThan(500);
});

test("other paths are nobody's here", async () => {
  expect(await get('/rest/api/3/myself')).toBeUndefined();
  expect(await get('/__forge/bridge')).toBeUndefined();
});

test('the bridge client is one plain script', async () => {
  const response = await get('/__forge/bridge-client.js');
  const script = (await response?.text()) ?? '';
  expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script).toContain('__bridge');
  expect(script).not.toMatch(/^(import|export) /m);
  expect(Buffer.byteLength(script)).toBeLessThan(60_000);
});

test("the theme holds Atlassian's light and dark values, keyed on the colour mode alone", () => {
  const css = themeStylesheet();
  const block = (selector: string) => css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  expect(block('html[data-color-mode="light"]')).toContain('--ds-surface: #FFFFFF;');
  expect(block('html[data-color-mode="dark"]')).toMatch(/--ds-surface: #[0-9A-F]{6};/);
  expect(block('html[data-color-mode="dark"]')).not.toContain('--ds-surface: #FFFFFF;');
  for (const token of ['--ds-space-100', '--ds-font-body', '--ds-radius-small', '--ds-text'])
    expect(css).toContain(`${token}:`);
  expect(css).not.toContain('data-theme');
});
