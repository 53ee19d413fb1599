import { answerText, freshLinks, takenBackText } from '../../../static/app/src/shared/link/answer-words';
import type { LinkAnswer } from '../../../static/app/src/shared/link/context';

const linked = (key: string, more: Partial<LinkAnswer['links'][number]> = {}) => {
  return { issueId: '1', key, created: false, fresh: true, ...more };
};
const answer = (...links: LinkAnswer['links']): LinkAnswer => ({ issueId: '2', verb: 'reduces', links });

test('names what was linked, and what was made', () => {
  expect(answerText(answer(linked('SHOP-412'), linked('SHOP-398')))).toBe('Linked SHOP-412 and SHOP-398');
  expect(answerText(answer(linked('SHOP-430', { created: true })))).toBe('Created and linked SHOP-430');
});

test('only what was not linked before can be taken back', () => {
  const before = answer(linked('SHOP-412', { fresh: false }));
  expect(freshLinks(before)).toBe(0);
  expect(freshLinks(answer(linked('SHOP-412'), linked('SHOP-398', { fresh: false })))).toBe(1);
});

test('taken back: an issue that was made is still there, and is named', () => {
  expect(takenBackText(answer(linked('SHOP-412'), linked('SHOP-398')))).toBe('2 links removed');
  expect(takenBackText(answer(linked('SHOP-430', { created: true })))).toBe('1 link removed. SHOP-430 stays in Jira');
  expect(takenBackText(answer(linked('A-1', { created: true }), linked('A-2', { created: true })))).toBe(
    '2 links removed. A-1 and A-2 stay in Jira',
  );
});
