/** What the health check says of the gate. */
import { capturedLog } from '../fixtures/captured-log';
import { valueOf } from '../fixtures/site';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { attach, workflowOf } from './gate-site';

capturedLog();

let site: SettingsSite;
beforeEach(async () => {
  site = await settingsSite();
});
afterEach(() => site.close());

const gateItem = async () => {
  const { items } = valueOf(await site.invoke(site.pia, 'checkProjectHealth', { projectId: site.project.id }));
  return items.find(({ kind }) => kind === 'gate');
};

test('a project that does not block has no line for its gate', async () => {
  expect(await gateItem()).toBeUndefined();
});

test('blocking without a validator is a fault; attached, all is right; taken out by hand, it is missing again', async () => {
  await save(site, site.pia, { gate: 'block' });
  expect(await gateItem()).toMatchObject({ state: 'validatorMissing', details: ['In Progress', 'Review', 'Done'] });
  await attach(site, site.pia, ['In Progress']);
  expect(await gateItem()).toMatchObject({ step: `gate:${site.project.id}`, state: 'right' });
  const workflow = workflowOf(site);
  const transitions = workflow.transitions.map((transition) => ({ ...transition, validators: [] }));
  site.jira.state.workflows.put({ ...workflow, transitions });
  expect(await gateItem()).toMatchObject({ state: 'validatorMissing' });
});

test('a validator that somebody changed is told apart from a missing one', async () => {
  await attach(site, site.pia, ['In Progress']);
  const workflow = workflowOf(site);
  const transitions = workflow.transitions.map((transition) => ({
    ...transition,
    validators: transition.validators.map((rule) => ({
      ...rule,
      parameters: {
        ...rule.parameters,
        config: rule.parameters['config']?.replace('"version":1', '"version":9') ?? '',
      },
    })),
  }));
  site.jira.state.workflows.put({ ...workflow, transitions });
  expect(await gateItem()).toMatchObject({ state: 'validatorForeign', details: ['In Progress'] });
});
