/**
 * One step in the middle of a set-up fails in each of the ways in which Jira fails, as an admin sees it, and the run goes
 * on from the page. That every other write can fail the same way is shown by test/setup/every-write.test.ts.
 */
import { configurationIn } from '../fixtures/configuration';
import type { ArmedDisturbance, Disturbance, PlatformCall } from '../local-forge';
import { makeBareSite, visitSetUp, type BareSite } from './set-up-site';
import { Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;
let site: BareSite;
let undisturbed: unknown;

/** The field whose making fails: the seventh of sixteen. */
const NTH_FIELD = 7;
const makesField = ({ to, method, path }: PlatformCall) =>
  to === 'jira' && method === 'POST' && path.endsWith('/field');

beforeAll(async () => {
  // The app logs each failure, as it should; here every one is meant.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open('empty');
  site = await makeBareSite(stage);
  const { setUp, choose, apply } = await visitSetUp(stage, 'tomasz');
  await choose('Web Shop');
  await apply();
  await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: TEST_MS });
  undisturbed = configured();
  expect(await stage.leaveAll()).toEqual([]);
});
beforeEach(async () => {
  site = await makeBareSite(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

/** Without the time at which workflows were made. */
function configured(): unknown {
  return JSON.parse(
    JSON.stringify(configurationIn(site.jira), (key, value: unknown) =>
      key === 'created' || key === 'updated' ? undefined : value,
    ),
  );
}

function disturbAtTheField(by: Disturbance['by']): ArmedDisturbance {
  const { forge, site: installation } = stage.server;
  return forge.disturb(installation, { atCall: NTH_FIELD, by, counts: makesField, kind: 'consumer' });
}

const said = (message: string) => ({ errorMessages: [message], errors: {} });

test.each([
  {
    trouble: '403',
    by: { status: 403, body: said('Only Jira administrators can create custom fields.') },
    words: 'Jira said: “Only Jira administrators can create custom fields.”',
    means: 'The app may not do this in Jira. Check the app’s access to Jira, then resume.',
  },
  {
    trouble: '409',
    by: { status: 409, body: said('Another change is being made. Try again later.') },
    words: 'Jira said: “Another change is being made. Try again later.”',
    means: 'Somebody changed it while this ran. Nothing of theirs was overwritten.',
  },
  {
    trouble: '500',
    by: { status: 500, body: said('Internal server error') },
    words: 'Jira said: “Internal server error”',
    means: 'Jira did not answer. What it may have done is found and adopted when you resume.',
  },
  {
    trouble: 'an answer that is lost after it was done',
    by: 'lose answer',
    words: '(jira-unavailable)',
    means: 'Jira did not answer. What it may have done is found and adopted when you resume.',
  },
] as const)(
  '$trouble: the page says what happened; Resume ends as an undisturbed run',
  async ({ by, words, means }) => {
    const armed = disturbAtTheField(by);
    const { setUp, choose, apply } = await visitSetUp(stage, 'tomasz');
    await choose('Web Shop');
    await apply();
    const failed = setUp.getByRole('alert').filter({ hasText: 'Resume' });
    await failed.waitFor({ timeout: 60_000 });
    expect(armed.hit).toBeDefined();
    await eventually(async () => {
      const text = await failed.innerText();
      expect(text).toContain(words);
      expect(text).toContain(means);
    });
    await setUp
      .getByText(/changes made, stopped at one$/)
      .first()
      .waitFor();

    await failed.getByRole('button', { name: 'Resume' }).click();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
    expect(configured()).toEqual(undisturbed);
  },
);

test('429: the page counts down what Jira asks for; the run goes on by itself and ends as an undisturbed one', async () => {
  const { setUp, choose, apply } = await visitSetUp(stage, 'tomasz');
  await choose('Web Shop');
  await setUp.getByRole('button', { name: /^Apply/ }).waitFor();
  const fields = () => site.jira.state.fields.filter(({ custom }) => custom).length;
  const others = fields();
  site.jira.faults.add({
    kind: 'rate-limit',
    // Long enough for a slow page to show both sentences.
    retryAfter: 12,
    times: 1,
    match: { method: 'POST', path: '/rest/api/3/issueLinkType' },
  });
  await apply();
  await setUp.getByText(/We go on by ourselves in \d+ s\.$/).waitFor({ timeout: 60_000 });
  await setUp
    .getByText(/changes made, Jira asked for a pause$/)
    .first()
    .waitFor();
  expect(fields() - others).toBe(16);
  await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
  expect(configured()).toEqual(undisturbed);
});
