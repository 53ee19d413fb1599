import { parseDialogAnswer, parsePlace } from '../../../static/app/src/modules/issue-panel/panel-context';

const issue = { id: '10428', key: 'SHOP-428', type: 'Story', typeId: '10001' };
const project = { id: '10000', key: 'SHOP', type: 'software' };
const dialog = {
  dialog: 'link',
  storyId: '10428',
  storyKey: 'SHOP-428',
  storySummary: 'Pay with a saved card',
  projectId: '10000',
  projectKey: 'SHOP',
  linked: [{ id: '10412', relation: 'mitigates' }],
};

test('on an issue: its ids', () => {
  expect(parsePlace({ type: 'jira:issueContext', issue, project, location: 'x' })).toEqual({
    kind: 'panel',
    issueId: '10428',
    issueKey: 'SHOP-428',
    typeId: '10001',
    projectId: '10000',
    projectKey: 'SHOP',
  });
});

test('in a dialog: what the panel said', () => {
  expect(parsePlace({ type: 'jira:issueContext', issue, project, modal: dialog })).toEqual({ kind: 'dialog', dialog });
});

test.each([
  ['nothing', undefined],
  ['no issue', { project }],
  ['an id that would change a path', { issue: { ...issue, id: '1/../2' }, project }],
  ['a key that would change a query', { issue: { ...issue, key: 'A-1 OR 1=1' }, project }],
  ['a list for an id', { issue: { ...issue, id: ['1', '2'] }, project }],
])('%s is refused', (_, extension) => {
  expect(() => parsePlace(extension)).toThrow();
});

test('a dialog that was closed without an answer, or with somebody else’s, says nothing', () => {
  expect(parseDialogAnswer(undefined)).toBeUndefined();
  expect(parseDialogAnswer({ kind: 'linked', risks: [{ id: 'x', key: 'SHOP-1' }] })).toBeUndefined();
  expect(parseDialogAnswer({ kind: 'created', riskId: '7', riskKey: 'SHOP-7' })).toEqual({
    kind: 'created',
    riskId: '7',
    riskKey: 'SHOP-7',
  });
});
