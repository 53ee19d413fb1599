/**
 * A site with five hundred projects: the number of requests stays small, whatever is shared. Some twenty of them are
 * about the site itself.
 */
import { addProject } from '../../local-jira/seed';
import { projectSite } from './door';

test.each([false, true])(
  'plans one project that shares everything with 500 others (field schemes: %s)',
  async (fieldSchemes) => {
    const site = await projectSite({ fieldSchemes });
    for (let made = 0; made < 499; made += 1) site.addSharing(`P${made}`, `Project ${made}`);
    for (let made = 0; made < 100; made += 1) {
      addProject(site.jira.state, { key: `Q${made}`, name: `Other ${made}`, leadAccountId: site.projectAdmin });
    }
    site.jira.costs.reset();
    const items = await site.items([site.project.id]);
    expect(site.jira.costs.entries.length).toBeLessThan(65);
    const sharing = items.flatMap((item) => item.sharing ?? []);
    for (const { others, hidden, scheme } of sharing) {
      expect(others.length + hidden).toBe(scheme === 'fieldScheme' ? 599 : 499);
    }
    expect(sharing).toHaveLength(fieldSchemes ? 4 : 3);
    site.close();
  },
  60_000,
);

test('many projects in one plan cost one request each and little more', async () => {
  const site = await projectSite();
  const ids = Array.from({ length: 30 }, (_, index) => site.addSharing(`P${index}`, `Project ${index}`).id);
  site.jira.costs.reset();
  await site.items(ids);
  expect(site.jira.costs.entries.length).toBeLessThan(ids.length + 45);
  site.close();
});
