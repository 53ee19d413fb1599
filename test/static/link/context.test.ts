import { parseLinkAnswer, parseLinkDialog } from '../../../static/app/src/shared/link/context';

const subject = {
  id: '10428',
  key: 'SHOP-428',
  summary: 'Pay with a saved card',
  projectId: '10000',
  projectKey: 'SHOP',
  kind: 'story',
};
const modal = { linking: 'link', subject, verb: 'reduces' };
const answer = {
  issueId: '10428',
  verb: 'reduces',
  links: [{ issueId: '10412', key: 'SHOP-412', created: false, fresh: true }],
};

test('in a dialog: what its opener said', () => {
  expect(parseLinkDialog({ type: 'jira:issueContext', issue: {}, modal })).toEqual(modal);
  const enablers = { linking: 'enablers', subject: { ...subject, topic: 'payment' } };
  expect(parseLinkDialog({ modal: enablers })).toEqual(enablers);
});

test.each([
  ['no dialog at all', { type: 'jira:issueContext' }],
  ['a dialog of another kind', { modal: { dialog: 'help' } }],
  ['an id that would change a path', { modal: { ...modal, subject: { ...subject, id: '1/../2' } } }],
  ['a key that would change a query', { modal: { ...modal, subject: { ...subject, key: 'A-1 OR 1=1' } } }],
  ['a sentence that is none of ours', { modal: { ...modal, verb: 'blocks' } }],
])('%s is not taken for one', (_, extension) => {
  expect(parseLinkDialog(extension)).toBeUndefined();
});

test('what a dialog answers; anything else is no answer', () => {
  expect(parseLinkAnswer(answer)).toEqual(answer);
  expect(parseLinkAnswer(undefined)).toBeUndefined();
  expect(parseLinkAnswer({ ...answer, links: [] })).toBeUndefined();
  expect(parseLinkAnswer({ ...answer, links: [{ ...answer.links[0], issueId: 'x' }] })).toBeUndefined();
  expect(parseLinkAnswer({ ...answer, verb: 'blocks' })).toBeUndefined();
});
