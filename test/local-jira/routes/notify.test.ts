import { addSecurityLevel } from '../seed';
import { shop } from '../testing/shop';

describe('messages about an issue', () => {
  const started = async () => {
    const site = shop();
    const issue = await site.create({ summary: 'Account takeover' });
    const notify = (body: unknown, who: Parameters<typeof site.as>[0] = 'app') =>
      site.as(who).post(`/rest/api/3/issue/${issue.key}/notify`, body);
    const sent = () => site.jira.state.sentMails.all().map(({ to, subject, text }) => [to, subject, text]);
    return { site, issue, notify, sent };
  };

  it('are kept, one for each person, with the issue as subject where none is given', async () => {
    const { site, issue, notify, sent } = await started();
    const users = [{ accountId: site.mara.id }, { accountId: site.priya.id }];
    expect((await notify({ to: { users }, textBody: 'Look.' })).status).toBe(204);
    const subject = `[${issue.key}] Account takeover`;
    expect(sent()).toEqual([
      [site.mara.id, subject, 'Look.'],
      [site.priya.id, subject, 'Look.'],
    ]);
  });

  it('go to whoever is named, and with a restriction only to those who may see the issue', async () => {
    const { site, issue, notify, sent } = await started();
    const to = { users: [{ accountId: site.guest.id }] };
    const restrict = { permissions: [{ key: 'BROWSE_PROJECTS' }] };
    await notify({ to, restrict });
    expect(sent()).toEqual([]);
    await notify({ to });
    expect(sent()).toHaveLength(1);
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [{ type: 'user', accountId: site.mara.id }]);
    const stored = site.jira.state.issues.require(issue.id);
    site.jira.state.issues.put({ ...stored, securityLevelId: level });
    await notify({ to: { users: [{ accountId: site.priya.id }] }, restrict });
    expect(sent()).toHaveLength(1);
  });

  it.each([
    ['nobody', {}],
    ['nobody there is', { users: [{ accountId: 'nobody' }] }],
    ['an assignee that there is not', { assignee: true }],
  ])('to %s are refused', async (_name, to) => {
    const { notify, sent } = await started();
    expect((await notify({ to })).status).toBe(400);
    expect(sent()).toEqual([]);
  });

  it('to oneself, by a permission that there is not, or about an issue out of sight are refused', async () => {
    const { site, notify } = await started();
    const to = { users: [{ accountId: site.mara.id }] };
    expect((await notify({ to }, site.mara)).status).toBe(400);
    expect((await notify({ to, restrict: { permissions: [{ key: 'SEE' }] } })).status).toBe(400);
    expect((await notify({ to }, site.guest)).status).toBe(404);
    expect((await notify({ to: { watchers: true } })).status).toBe(501);
  });
});
