import type { LocalJira } from '../local-jira';
import type { LocalForge } from '../local-forge';
import { addDashboard } from '../local-jira/seed';
import type { Dashboard, Gadget } from './shell/src/site/contract';

/** Dashboard item property that holds what a gadget's edit view submitted. */
const CONFIGURATION = 'forge-gadget-configuration';
const MOST_BYTES = 32_768;

type Row = ReturnType<LocalJira['state']['dashboards']['all']>[number];

/**
 * The site's first dashboard. Where nobody made one, it is made with the app's gadget twice, once in each column, as an
 * admin who tries the gadget would.
 */
export function dashboardOf(jira: LocalJira, forge: LocalForge, ownerAccountId: string): Dashboard {
  const row = ensureDashboard(jira, forge, ownerAccountId);
  return {
    id: row.id,
    name: row.name,
    gadgets: row.gadgets.map((gadget) => shownGadget(jira, row, gadget)),
  };
}

function ensureDashboard({ state }: LocalJira, forge: LocalForge, ownerAccountId: string): Row {
  const row = state.dashboards.all()[0] ?? addDashboard(state, 'Dashboard', ownerAccountId);
  if (row.gadgets.length > 0) return row;
  const module = forge.modules('jira:dashboardGadget')[0];
  if (module === undefined) return row;
  const title = typeof module.properties.title === 'string' ? module.properties.title : module.key;
  return state.dashboards.put({
    ...row,
    gadgets: [0, 1].map((column) => ({
      id: state.nextId('gadget'),
      title,
      color: 'blue',
      moduleKey: module.key,
      position: { row: 0, column },
    })),
  });
}

function shownGadget({ state }: LocalJira, row: Row, gadget: Row['gadgets'][number]): Gadget {
  const configuration = state.properties.get(`dashboardItem:${row.id}:${gadget.id}`)?.[CONFIGURATION];
  return {
    id: gadget.id,
    moduleKey: gadget.moduleKey ?? '',
    title: gadget.title,
    column: gadget.position.column === 0 ? 'wide' : 'narrow',
    ...(isObject(configuration) ? { configuration } : {}),
  };
}

/** Keeps what the edit view submitted. Throws one sentence where there is no such gadget or it is no object. */
export function configureGadget(jira: LocalJira, gadgetId: string, configuration: unknown): Gadget {
  const row = jira.state.dashboards.find(({ gadgets }) => gadgets.some(({ id }) => id === gadgetId));
  const gadget = row?.gadgets.find(({ id }) => id === gadgetId);
  if (row === undefined || gadget === undefined) throw new Error(`There is no gadget ${gadgetId}.`);
  if (!isObject(configuration)) throw new Error('A gadget’s configuration is an object.');
  if (Buffer.byteLength(JSON.stringify(configuration)) > MOST_BYTES) {
    throw new Error('The configuration is larger than the 32,768 characters a dashboard item keeps.');
  }
  const owner = `dashboardItem:${row.id}:${gadget.id}`;
  jira.state.properties.set(owner, { ...jira.state.properties.get(owner), [CONFIGURATION]: configuration });
  return shownGadget(jira, row, gadget);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
