import type { WorkflowTransition } from '../state/config-entities';
import { shop, type Shop } from '../testing/shop';

/** Changes one transition of SHOP's workflow. */
function change(site: Shop, transitionId: string, to: Partial<WorkflowTransition>): void {
  const { state } = site.jira;
  const { defaultWorkflowId } = state.workflowSchemes.require(site.project.workflowSchemeId);
  const workflow = state.workflows.require(defaultWorkflowId);
  const transitions = workflow.transitions.map((it) => (it.id === transitionId ? { ...it, ...to } : it));
  state.workflows.put({ ...workflow, transitions });
}

const required = {
  ruleKey: 'system:validate-field-value',
  parameters: { ruleType: 'fieldRequired', fieldsRequired: 'assignee', errorMessage: 'Somebody must own it' },
};

describe('workflow', () => {
  it('refuses a transition whose required field is empty, with the rule’s own words', async () => {
    const site = shop();
    change(site, '41', { validators: [required] });
    const { key } = await site.create({ summary: 'a' });
    const done = () => site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '41' } });
    const refused = await done();
    expect([refused.status, refused.body.errorMessages]).toEqual([400, ['Somebody must own it']]);
    await site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { assignee: { accountId: site.mara.id } } });
    expect((await done()).status).toBe(204);
  });

  it('validates creation too', async () => {
    const site = shop();
    change(site, '1', { validators: [required] });
    await expect(site.create({ summary: 'a' })).rejects.toThrow('Somebody must own it');
    expect(site.jira.state.issues.size).toBe(0);
  });

  it('offers a directed transition only from where it starts', async () => {
    const site = shop();
    change(site, '41', { type: 'DIRECTED', fromStatusIds: ['3'] });
    const { key } = await site.create({ summary: 'a' });
    const go = (id: string) => site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id } });
    expect((await go('41')).status).toBe(400);
    expect((await go('21')).status).toBe(204);
    expect((await go('41')).status).toBe(204);
  });

  it('sets fields on the way only where the transition has a screen for them', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    const body = { transition: { id: '21' }, fields: { labels: ['x'] } };
    const url = `/rest/api/3/issue/${key}/transitions`;
    expect((await site.as(site.mara).post(url, body)).body.errors['labels']).toContain('not on the appropriate screen');
    change(site, '21', { screenId: '1' });
    expect((await site.as(site.mara).post(url, body)).status).toBe(204);
  });

  it('refuses by name a rule that it cannot judge', async () => {
    const site = shop();
    change(site, '21', { validators: [{ ruleKey: 'system:proforma-forms-attached', parameters: {} }] });
    const { key } = await site.create({ summary: 'a' });
    const answer = await site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '21' } });
    expect(answer.status).toBe(501);
    expect(answer.body.errorMessages[0]).toContain('system:proforma-forms-attached');
  });
});
