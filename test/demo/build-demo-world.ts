/**
 * Makes the demo world on a bare site: people and projects as an administrator would, Shift-Up's types and fields by the
 * app's own set-up, everything else by Jira's REST and the app's operations, as the right people at the right times.
 */
import type { LocalForge, Site } from '../local-forge';
import { configureGadget, dashboardOf } from '../dev/dashboard';
import { followClock } from '../dev/site-date';
import type { LocalJira } from '../local-jira';
import { RANK } from '../local-jira/seed';
import { openDoors } from './doors';
import { replay } from './replay';
import { seedSite, type SiteIds } from './site-people';
import { timeline } from './timeline';
import { NOW, PEOPLE, PROJECTS, RANKED, shopKey } from './world';

/** Leaves the clock at the demo's Now, the ledgers empty, and the site's `reset` coming back to this world. */
export async function buildDemoWorld(jira: LocalJira, forge: LocalForge, site: Site): Promise<void> {
  const steps = timeline();
  const first = steps[0];
  if (first !== undefined) jira.clock.set(new Date(first.at));
  const ids = seedSite(jira);
  const leaveSiteTime = followClock(jira.clock);
  try {
    await replay(jira, openDoors(jira, forge, site), ids, steps);
    rank(jira);
    configureDashboard(jira, forge, ids);
    jira.clock.set(new Date(NOW));
    await catchUp(forge, site);
  } finally {
    leaveSiteTime();
  }
  jira.costs.reset();
  forge.invocations.reset();
  jira.setBaseline();
}

/** Every event of two years is long past; what the app makes of them, it finds in its hourly look at the site. */
async function catchUp(forge: LocalForge, site: Site): Promise<void> {
  forge.events.restore(site, []);
  for (const { key } of forge.manifest.schedules) await forge.schedules.run(site, key);
  await forge.queue.drain(site);
  // Setting a mark is an event as well.
  forge.events.restore(site, []);
}

/** The local Jira serves no call that ranks; without a rank of its own an issue is ranked by its id. */
function rank({ state }: LocalJira): void {
  for (const [place, number] of RANKED.entries()) {
    const issue = state.issues.byKey(shopKey(number));
    if (issue === undefined) throw new Error(`${shopKey(number)} is ranked, but was not made`);
    state.issues.put({ ...issue, custom: { ...issue.custom, [RANK]: String(place).padStart(12, '0') } });
  }
}

/** The wide gadget shows Web Shop, the narrow one Loyalty App, where nothing is recorded yet. */
function configureDashboard(jira: LocalJira, forge: LocalForge, ids: SiteIds): void {
  const { gadgets } = dashboardOf(jira, forge, PEOPLE.mara.accountId);
  for (const gadget of gadgets) {
    const name = gadget.column === 'wide' ? 'shop' : 'loyalty';
    const project = { id: ids.projectIds[name], ...PROJECTS[name] };
    configureGadget(jira, gadget.id, { projects: [project], refresh: 15 });
  }
}
