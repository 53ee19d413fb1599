import fc from 'fast-check';
import { sameWords, textChangeSince, type TextEdit, type TextFacts } from '../../src/domain/changed-text';
import { textHash, type TextParts } from '../../src/domain/text-hash';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();

/** A story whose parts are edited one after the other; minute n is the n-th edit. */
function historyOf(first: TextParts, edits: readonly Partial<TextParts>[]) {
  const states = [first];
  const told: TextEdit<string>[] = [];
  for (const [index, edit] of edits.entries()) {
    const before = states.at(-1) ?? first;
    const after = { ...before, ...edit };
    for (const part of ['summary', 'description'] as const) {
      if (before[part] === after[part]) continue;
      told.unshift({ at: at(index + 1), by: `editor ${index + 1}`, part, from: before[part], to: after[part] });
    }
    states.push(after);
  }
  return { states, told, text: states.at(-1) ?? first };
}

function facts(
  first: TextParts,
  edits: readonly Partial<TextParts>[],
  more: Partial<TextFacts<string>> = {},
): TextFacts<string> {
  const { told, text } = historyOf(first, edits);
  return { text, edits: told, knownFrom: at(0), assessedAt: at(0), evidence: undefined, ...more };
}

const base: TextParts = { summary: 'Save card', description: 'For 12 months.' };

describe('text that changed since its assessment', () => {
  test('is shown with what it was, by whom and when', () => {
    expect(textChangeSince(facts(base, [{ description: 'For 24 months.' }]))).toEqual({
      parts: [{ part: 'description', before: 'For 12 months.', after: 'For 24 months.' }],
      at: at(1),
      by: 'editor 1',
    });
  });

  test('is compared with the assessed text, not step by step', () => {
    const there = [{ description: 'For 24 months.' }, { summary: 'Keep card' }, { description: 'Forever.' }];
    expect(textChangeSince(facts(base, there))).toEqual({
      parts: [
        { part: 'summary', before: 'Save card', after: 'Keep card' },
        { part: 'description', before: 'For 12 months.', after: 'Forever.' },
      ],
      at: at(3),
      by: 'editor 3',
    });
    expect(textChangeSince(facts(base, [...there, base]))).toBeUndefined();
  });

  test('edits before the assessment are no change; the last assessment counts', () => {
    const edits = [{ description: 'a' }, { description: 'b' }, { description: 'c' }];
    expect(textChangeSince(facts(base, edits, { assessedAt: at(3) }))).toBeUndefined();
    expect(textChangeSince(facts(base, edits, { assessedAt: at(2) }))?.parts).toEqual([
      { part: 'description', before: 'b', after: 'c' },
    ]);
  });

  test('a confirmation is a new beginning', () => {
    const confirmed = { hash: textHash({ ...base, description: 'b' }), at: at(2) };
    const edits = [{ description: 'a' }, { description: 'b' }];
    expect(textChangeSince(facts(base, edits, { evidence: confirmed }))).toBeUndefined();
    expect(textChangeSince(facts(base, [...edits, { description: 'c' }], { evidence: confirmed }))?.parts).toEqual([
      { part: 'description', before: 'b', after: 'c' },
    ]);
  });

  test('evidence of an edit of our own covers it, although the history is dated a moment later', () => {
    const evidence = { hash: textHash({ ...base, description: 'b' }), at: at(1) };
    const edits = [{}, { description: 'b' }];
    expect(textChangeSince(facts(base, edits, { evidence }))).toBeUndefined();
    expect(textChangeSince(facts(base, [...edits, { description: 'c' }], { evidence }))?.parts).toEqual([
      { part: 'description', before: 'b', after: 'c' },
    ]);
  });

  test('where the history does not reach back, the evidence still tells, and nothing is made up', () => {
    const unknown = { edits: [], knownFrom: at(5), assessedAt: undefined };
    const evidence = { hash: textHash({ summary: 'Save', description: base.description }), at: at(1) };
    expect(textChangeSince({ ...facts(base, []), ...unknown, evidence })).toEqual({
      parts: [{ part: 'summary', after: 'Save card' }],
      at: undefined,
      by: undefined,
    });
    expect(textChangeSince({ ...facts(base, []), ...unknown })).toBeUndefined();
    const seen = { knownFrom: at(5), assessedAt: undefined };
    expect(textChangeSince(facts(base, [{ summary: 'Keep card' }], seen))?.parts).toEqual([
      { part: 'summary', after: 'Keep card' },
    ]);
  });

  const word = fc.constantFrom('save', 'Card', '12', 'für', 'Straße', 'token', 'x1', '日本');
  const words = fc.array(word, { minLength: 1, maxLength: 12 });
  const signs = fc.constantFrom(' ', '\n', '\n\n- ', ' **', '** ', ', ', '. ', ' \u00a0', '`', ' | ', '\u00ad ', '!\n');

  test('markup, white space, punctuation and case alone never count', () => {
    const written = fc.tuple(words, fc.infiniteStream(signs), fc.infiniteStream(signs)).map(([list, one, other]) => {
      const write = (between: Iterator<string>) => list.map((each) => each + String(between.next().value)).join('');
      return [write(one), write(other).toUpperCase()] as const;
    });
    fc.assert(
      fc.property(written, ([before, after]) => {
        expect(sameWords(before, after)).toBe(true);
        const given = facts({ summary: 'S', description: before }, [{ description: after }]);
        expect(textChangeSince(given)).toBeUndefined();
      }),
    );
  });

  test('any other word counts, wherever it stands', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('insert', 'remove', 'replace'), (list, where, how) => {
        const place = where % list.length;
        const changed: string[] = [...list];
        changed.splice(place, how === 'insert' ? 0 : 1, ...(how === 'remove' ? [] : ['another']));
        const given = facts({ summary: 'S', description: list.join(' ') }, [{ description: changed.join(' ') }]);
        expect(textChangeSince(given)?.parts).toEqual([
          { part: 'description', before: list.join(' '), after: changed.join(' ') },
        ]);
      }),
    );
  });

  test('is total and deterministic; evidence can silence it, never invent a part that did not change', () => {
    const text = fc.record({ summary: fc.string(), description: fc.string() });
    const edit = fc.record({ summary: fc.string(), description: fc.string() }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        text,
        fc.array(edit, { maxLength: 5 }),
        fc.nat({ max: 6 }),
        fc.nat({ max: 6 }),
        (first, edits, since, kept) => {
          const { states, text: now } = historyOf(first, edits);
          const assessed = states[Math.min(since, edits.length)] ?? first;
          const given = facts(first, edits, { assessedAt: at(Math.min(since, edits.length)) });
          const change = textChangeSince(given);
          expect(textChangeSince(structuredClone(given))).toEqual(change);
          const different = (['summary', 'description'] as const).filter(
            (part) => !sameWords(assessed[part], now[part]),
          );
          expect((change?.parts ?? []).map(({ part }) => part)).toEqual(different);
          const evidence = { hash: textHash(states[Math.min(kept, edits.length)] ?? first), at: at(kept) };
          const known = textChangeSince({ ...given, evidence })?.parts ?? [];
          expect(known.every(({ before, after }) => before === undefined || !sameWords(before, after))).toBe(true);
          expect(textChangeSince({ ...given, evidence: { hash: textHash(now), at: at(9) } })).toBeUndefined();
        },
      ),
    );
  });
});
