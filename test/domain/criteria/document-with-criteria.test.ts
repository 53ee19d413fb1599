import fc from 'fast-check';
import { documentWithCriteria } from '../../../src/domain/criteria/document-with-criteria';
import { criteriaIn } from '../../../src/domain/criteria/security-criteria';
import { adfProblems } from '../../local-jira/adf/check';

const text = (words: string) => ({ type: 'text', text: words });
const p = (words: string) => ({ type: 'paragraph', content: [text(words)] });
const h = (words: string, level = 2) => ({ type: 'heading', attrs: { level }, content: [text(words)] });
const ul = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((each) => ({ type: 'listItem', content: [p(each)] })),
});
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const NEW = 'Security acceptance criteria';

describe('a description with criteria added', () => {
  test.each<[string, unknown, unknown]>([
    ['none yet', null, doc(h(NEW, 3), ul('new'))],
    ['at the end of a story', doc(p('As a buyer')), doc(p('As a buyer'), h(NEW, 3), ul('new'))],
    [
      'to the list that is there',
      doc(h('Security'), ul('a'), h('Design'), p('x')),
      doc(h('Security'), ul('a', 'new'), h('Design'), p('x')),
    ],
    [
      'to a section without a list',
      doc(h('Security'), p('See below'), h('Design')),
      doc(h('Security'), p('See below'), ul('new'), h('Design')),
    ],
    ['to a section that ends the story', doc(p('x'), h('Security')), doc(p('x'), h('Security'), ul('new'))],
    [
      'inside an expand',
      doc({ type: 'expand', attrs: { title: 'Security' }, content: [ul('a')] }, p('x')),
      doc({ type: 'expand', attrs: { title: 'Security' }, content: [ul('a', 'new')] }, p('x')),
    ],
    [
      'inside a panel',
      doc({ type: 'panel', attrs: { panelType: 'info' }, content: [h('Security'), ul('a')] }, p('x')),
      doc({ type: 'panel', attrs: { panelType: 'info' }, content: [h('Security'), ul('a', 'new')] }, p('x')),
    ],
  ])('%s', (_name, before, after) => expect(documentWithCriteria(before, ['new'], NEW)).toEqual(after));

  const words = fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/);
  const block = fc.oneof(
    words.map(p),
    fc.constantFrom('Security', 'Security criteria', 'Design', 'Acceptance criteria').map((title) => h(title)),
    fc.constantFrom('Security:', 'Design:').map(p),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => ul(...items)),
    words.map((each) => ({ type: 'panel', attrs: { panelType: 'note' }, content: [h('Security'), p(each)] })),
    words.map((each) => ({ type: 'codeBlock', content: [text(each)] })),
    fc.constant({ type: 'expand', attrs: { title: 'Security' }, content: [p('x')] }),
  );
  const line = fc
    .string({ minLength: 1, maxLength: 80 })
    .map((each) => `line ${each.replace(/[~[\]]/g, '').trim()}`.trim());

  test('is always a document, holds all lines as criteria, and leaves everything else as it was', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 6 }),
        fc.array(line, { minLength: 1, maxLength: 4 }),
        (blocks, lines) => {
          const before = doc(...blocks);
          const after = documentWithCriteria(before, lines, NEW);
          expect(adfProblems(after)).toEqual([]);
          const criteria = criteriaIn(after);
          for (const each of lines) expect(criteria).toContain(each);
          expect(criteria.length).toBe(criteriaIn(before).length + lines.length);
          // What was there, is there, in its order.
          const texts = (document: unknown) => JSON.stringify(document).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [];
          const left = [...texts(after)];
          for (const each of texts(before)) {
            const place = left.indexOf(each);
            expect(place).toBeGreaterThanOrEqual(0);
            left.splice(0, place + 1);
          }
        },
      ),
    );
  });
});
