import fc from 'fast-check';
import { criteriaIn } from '../../../src/domain/criteria/security-criteria';
import { securityTitle } from '../../../src/domain/criteria/criteria-title';
import { expectLinear } from '../../fixtures/growth';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const p = (...content: unknown[]) => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
const h = (words: string, level = 2) => ({ type: 'heading', attrs: { level }, content: [text(words)] });
const li = (...content: unknown[]) => ({
  type: 'listItem',
  content: content.map((each) => (typeof each === 'string' ? p(each) : each)),
});
const ul = (...items: unknown[]) => ({
  type: 'bulletList',
  content: items.map((each) => (typeof each === 'string' ? li(each) : each)),
});
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const br = { type: 'hardBreak' };

describe('titles of security acceptance criteria', () => {
  test.each([
    'Security acceptance criteria',
    'Security criteria',
    'Acceptance criteria: security',
    'Acceptance criteria (Security)',
    '3. Security requirements',
    '🔒 Security AC',
    'Non-functional requirements for security',
    'Akzeptanzkriterien Sicherheit',
    'Security-Kriterien',
    'Sicherheitsanforderungen',
    'Critères de sécurité',
    'Critères d’acceptation de sécurité',
  ])('%s announces criteria', (title) => expect(securityTitle(title)).toBe('criteria'));

  test.each(['Security', 'SICHERHEIT', 'Sécurité', 'Security & privacy', 'Sicherheit und Datenschutz'])(
    '%s is a title, without saying what follows',
    (title) => expect(securityTitle(title)).toBe('bare'),
  );

  test.each([
    '',
    'Acceptance criteria',
    'Security guard uniforms',
    'Social security number',
    'Out of scope: security',
    'Job security for drivers',
    'Sicherheitsgurt',
    'constructor',
  ])('%s is another title', (title) => expect(securityTitle(title)).toBeUndefined());
});

describe('security acceptance criteria in a document', () => {
  test.each<[string, unknown, string[]]>([
    [
      'a heading and a list',
      doc(h('Security'), ul('Tokens expire', 'Only the owner sees it')),
      ['Tokens expire', 'Only the owner sees it'],
    ],
    ['no title', doc(h('Acceptance criteria'), ul('It is blue')), []],
    ['a title and nothing below', doc(h('Security criteria')), []],
    [
      'places that are only held',
      doc(h('Security criteria'), ul('TBD', ' ', 'none', '…', 'n/a'), p('To be defined')),
      [],
    ],
    ['the section ends with a heading of its level', doc(h('Security'), ul('a1'), h('Design'), ul('b1')), ['a1']],
    [
      'a smaller heading belongs to it',
      doc(h('Security', 2), h('Login', 3), ul('a1'), h('Other', 1), ul('b1')),
      ['a1'],
    ],
    [
      'sentences below a title that says criteria',
      doc(h('Security criteria'), p('Tokens expire.')),
      ['Tokens expire.'],
    ],
    ['sentences below a bare title may be anything', doc(h('Security'), p('This needs no security at all.')), []],
    ['a bold line', doc(p(text('Security', 'strong')), ul('a1'), p(text('Design', 'strong')), ul('b1')), ['a1']],
    ['a line with a colon', doc(p('Security:'), ul('a1'), p('Performance:'), ul('b1')), ['a1']],
    ['bold with the colon outside', doc(p(text('Security', 'strong'), ': '), ul('a1')), ['a1']],
    ['half a bold line is a sentence', doc(p(text('Security', 'strong'), ' is important here'), ul('a1')), []],
    [
      'title and criteria in one paragraph',
      doc(p(text('Security criteria', 'strong'), br, 'Tokens expire', br, '- Owner only')),
      ['Tokens expire', 'Owner only'],
    ],
    ['a title with the first criterion behind it', doc(p('Security criteria: tokens expire')), ['tokens expire']],
    ['a bare title with something behind it', doc(p('Security: none of our business')), []],
    [
      'tasks',
      doc(h('Security'), {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { state: 'TODO' }, content: [text('a1')] }],
      }),
      ['a1'],
    ],
    ['lists within lists', doc(h('Security'), ul(li('a1', ul('a2')), 'a3')), ['a1', 'a2', 'a3']],
    [
      'a title within a list, for what is below it alone',
      doc(h('Acceptance criteria'), ul('x', li('Security', ul('a1')), 'y'), ul('z')),
      ['a1'],
    ],
    [
      'code is no criterion and no title',
      doc(
        h('Security'),
        { type: 'codeBlock', content: [text('- a1')] },
        { type: 'codeBlock', content: [text('Security:')] },
      ),
      [],
    ],
    [
      'a quotation is somebody else’s',
      doc({ type: 'blockquote', content: [p('Security:'), ul('a1')] }, h('Security'), {
        type: 'blockquote',
        content: [ul('a2')],
      }),
      [],
    ],
    [
      'what is struck out does not count',
      doc(h('Security'), ul(li(p(text('a1', 'strike'))), li(p('~~a2~~')), 'a3')),
      ['a3'],
    ],
    [
      'a panel',
      doc({ type: 'panel', attrs: { panelType: 'info' }, content: [h('Security'), ul('a1')] }, ul('b1')),
      ['a1'],
    ],
    [
      'an expand by its title',
      doc({ type: 'expand', attrs: { title: 'Security criteria' }, content: [p('Tokens expire')] }, p('b1')),
      ['Tokens expire'],
    ],
    [
      'columns',
      doc({
        type: 'layoutSection',
        content: [
          { type: 'layoutColumn', content: [h('Security'), ul('a1')] },
          { type: 'layoutColumn', content: [ul('b1')] },
        ],
      }),
      ['a1'],
    ],
    [
      'rows of a table',
      doc(h('Security'), { type: 'table', content: [row(true, 'No', 'Rule'), row(false, '1', 'Tokens expire')] }),
      ['1 | Tokens expire'],
    ],
    [
      'a row that begins with the title',
      doc({ type: 'table', content: [rowOf(p('Design'), ul('x')), rowOf(p('Security'), ul('a1', 'a2'))] }),
      ['a1', 'a2'],
    ],
    [
      'Markdown typed into the editor',
      doc(p('## Security'), p('- [ ] a1'), p('1. a2'), p('## Other'), p('- b1')),
      ['a1', 'a2'],
    ],
    ['code typed into the editor', doc(p('## Security', br, '```', br, '- a1', br, '```', br, '- a2')), ['a2']],
    [
      'an emoji and a status in the title',
      doc(
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'emoji', attrs: { shortName: ':lock:', text: '🔒' } }, text(' Security')],
        },
        ul('a1'),
      ),
      ['a1'],
    ],
  ])('%s', (_name, document, criteria) => expect(criteriaIn(document)).toEqual(criteria));

  test.each<[string, string, string[]]>([
    [
      'Markdown',
      'As a buyer\n\n## Security\n\n- Tokens expire\n* Owner only\n\n## Design\n- Blue',
      ['Tokens expire', 'Owner only'],
    ],
    ['wiki markup', 'h3. Security\n* a1\nh3. Other\n* b1', ['a1']],
    ['bold', '**Security criteria:**\nTokens expire', ['Tokens expire']],
    ['quotes', '> Security:\n> - a1', []],
    ['nothing', '', []],
  ])('%s', (_name, document, criteria) => expect(criteriaIn(document)).toEqual(criteria));

  test('never throws, always the same, whatever it is given', () => {
    const node = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.record(
        {
          type: fc.oneof(
            fc.constantFrom(
              'doc',
              'heading',
              'paragraph',
              'bulletList',
              'listItem',
              'table',
              'tableRow',
              'expand',
              'text',
            ),
            fc.jsonValue(),
          ),
          text: fc.oneof(fc.constantFrom('Security', 'Security criteria:', '- a1', '```'), fc.jsonValue()),
          attrs: fc.oneof(fc.jsonValue(), fc.constant({ title: 'Security', level: 2 })),
          marks: fc.oneof(fc.jsonValue(), fc.constant([{ type: 'strong' }])),
          content: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.array(tie('node'), { maxLength: 4 })),
        },
        { requiredKeys: [] },
      ),
    })).node;
    fc.assert(
      fc.property(fc.oneof(node, fc.jsonValue(), fc.string()), (document) => {
        const criteria = criteriaIn(document);
        expect(criteriaIn(structuredClone(document))).toEqual(criteria);
        expect(criteria.every((line) => line.trim() === line && line !== '')).toBe(true);
      }),
    );
  });

  const nested = (depth: number) => {
    let deep: unknown = p('Security:');
    for (let at = 0; at < depth; at += 1) deep = { type: 'panel', content: [deep] };
    return doc(deep);
  };
  const items = Array.from({ length: 64_000 }, (_, index) => `a${index}`);
  test.each<[string, number, (size: number) => unknown]>([
    ['nested panels', 5_000, nested],
    ['items', 64_000, (size) => doc(h('Security'), ul(...items.slice(0, size)))],
    ['stars', 100_000, (size) => doc(h('Security'), p('*'.repeat(size)))],
    ['strokes', 100_000, (size) => doc(h('Security'), p(`~~${'~ '.repeat(size / 2)}`))],
    ['boxes', 180_000, (size) => `## Security\n${'- ['.repeat(size / 3)}`],
  ])('the time grows with the document, also of many %s', (_, size, documentOf) => {
    expect(criteriaIn(documentOf(size)).length).toBeLessThanOrEqual(200);
    expectLinear((part) => criteriaIn(documentOf(part)), size);
  });
});

function row(isHead: boolean, ...cells: string[]) {
  return {
    type: 'tableRow',
    content: cells.map((each) => ({ type: isHead ? 'tableHeader' : 'tableCell', content: [p(each)] })),
  };
}

function rowOf(...cells: unknown[]) {
  return { type: 'tableRow', content: cells.map((each) => ({ type: 'tableCell', content: [each] })) };
}
