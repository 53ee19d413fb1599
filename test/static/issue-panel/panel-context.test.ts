import { parsePlace } from '../../../static/app/src/modules/issue-panel/panel-context';

const issue = { id: '10428', key: 'SHOP-428', type: 'Story', typeId: '10001' };
const project = { id: '10000', key: 'SHOP', type: 'software' };
test('on an issue: its ids', () => {
  expect(parsePlace({ type: 'jira:issueContext', issue, project, location: 'x' })).toEqual({
    issueId: '10428',
    issueKey: 'SHOP-428',
    typeId: '10001',
    projectId: '10000',
    projectKey: 'SHOP',
  });
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
