import type { StoryView } from '../../../src/reads/story-view';
import { answersOf } from '../../../static/app/src/modules/issue-panel/story/answers';

const risk = {} as StoryView['risks'][number];
const enabler = {} as StoryView['enablers'][number];

test('what answers a story is counted in words; criteria only where they count', () => {
  const all = { risks: [risk, risk], enablers: [enabler], criteria: ['Only the owner sees it'] };
  expect(answersOf(all, { criteria: 'accepted' })).toBe('2 linked risks, an enabler, a security acceptance criterion');
  expect(answersOf(all, { criteria: 'ignored' })).toBe('2 linked risks, an enabler');
  expect(answersOf({ risks: [], enablers: [], criteria: ['a', 'b'] }, { criteria: 'accepted' })).toBe(
    '2 security acceptance criteria',
  );
});
