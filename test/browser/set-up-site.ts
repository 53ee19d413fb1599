/**
 * A site on which Shift-Up was never set up: two Jira admins, a project admin, people who work, five projects, and
 * somebody else's field "Impact".
 */
import type { FrameLocator, Page } from 'playwright-core';
import { PEOPLE, type PersonName } from '../demo/people';
import type { LocalJira } from '../local-jira';
import { addProject, addUser, ADMIN_GROUP, grant, USERS_GROUP } from '../local-jira/seed';
import type { Stage } from './stage';
import { appFrame, type Look, type Visit } from './stage';

const SELECT = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const SELECT_SEARCHER = 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher';

export const ADMINS = ['tomasz', 'priya'] as const satisfies readonly PersonName[];

export interface BareSite {
  readonly jira: LocalJira;
  /** Jira's REST API as the Jira admin; throws where Jira refuses. */
  readonly rest: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly projects: Readonly<Record<'SHOP' | 'PAY' | 'RET' | 'HP' | 'PART', string>>;
  /** Somebody else's. */
  readonly impactFieldId: string;
}

/** Forgets everything that was on the site and makes it anew. */
export async function makeBareSite(stage: Stage): Promise<BareSite> {
  await stage.startOver();
  const { jira } = stage.server;
  const { state } = jira;
  for (const name of ADMINS) addUser(state, { ...PEOPLE[name], groups: [ADMIN_GROUP, USERS_GROUP] });
  for (const name of ['mara', 'deniz'] as const) addUser(state, { ...PEOPLE[name], groups: [USERS_GROUP] });
  const leadAccountId = PEOPLE.tomasz.accountId;
  const shop = addProject(state, { key: 'SHOP', name: 'Web Shop', leadAccountId });
  const pay = addProject(state, { key: 'PAY', name: 'Payments', leadAccountId });
  const ret = addProject(state, { key: 'RET', name: 'Shop Returns', leadAccountId, sharesSchemesWith: pay });
  const hp = addProject(state, { key: 'HP', name: 'Händlerportal', leadAccountId, sharesSchemesWith: pay });
  const part = addProject(state, { key: 'PART', name: 'Partner app', leadAccountId, style: 'next-gen' });
  for (const project of [shop, pay, ret, hp, part]) grant(state, project, PEOPLE.mara.accountId, 'member');
  for (const project of [shop, pay]) grant(state, project, PEOPLE.deniz.accountId, 'administrators');
  const rest = restAs(jira, leadAccountId);
  return {
    jira,
    rest,
    projects: { SHOP: shop.id, PAY: pay.id, RET: ret.id, HP: hp.id, PART: part.id },
    impactFieldId: await makeForeignImpact(rest),
  };
}

async function makeForeignImpact(rest: BareSite['rest']): Promise<string> {
  const { id } = (await rest('POST', '/field', { name: 'Impact', type: SELECT, searcherKey: SELECT_SEARCHER })) as {
    id: string;
  };
  const contexts = (await rest('GET', `/field/${id}/context`)) as { values: { id: string }[] };
  await rest('POST', `/field/${id}/context/${contexts.values[0]?.id ?? ''}/option`, {
    options: ['Extensive', 'Significant', 'Moderate', 'Minor'].map((value) => ({ value })),
  });
  return id;
}

export function restAs(jira: LocalJira, accountId: string): BareSite['rest'] {
  const authorization = `Bearer ${jira.issueToken({ type: 'user', accountId }, 'all')}`;
  return async (method, path, body) => {
    const response = await jira.fetch(
      new Request(`https://local.test/rest/api/3${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

/** The set-up page of one person. */
export interface SetUpVisit extends Visit {
  readonly setUp: FrameLocator;
  /** Adds projects by searching for them. */
  readonly choose: (...names: string[]) => Promise<void>;
  /** Presses Apply, whatever number it carries. */
  readonly apply: () => Promise<void>;
  /** What the button that has the focus in the app's page is called. */
  readonly focused: () => Promise<string>;
}

export async function visitSetUp(stage: Stage, person: PersonName, look: Look = {}): Promise<SetUpVisit> {
  const visit = await stage.visit(person, '/admin/shift-up', look);
  const setUp = appFrame(visit.page, 'Shift-Up');
  return {
    ...visit,
    setUp,
    choose: async (...names) => {
      for (const name of names) {
        await setUp.getByLabel('Add Shift-Up to').fill(name);
        await setUp.getByRole('option', { name: new RegExp(name) }).click();
        await setUp.getByRole('heading', { name, level: 3 }).waitFor();
      }
      await visit.page.keyboard.press('Escape');
    },
    apply: () => setUp.getByRole('button', { name: /^Apply \d+ changes?$/ }).click(),
    focused: () => focusedIn(visit.page),
  };
}

async function focusedIn(page: Page): Promise<string> {
  const frame = page.frames().find((each) => each.url().includes('/__forge/page/'));
  const name = await frame?.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
  return name ?? '';
}
