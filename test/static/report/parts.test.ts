/** Small parts of the report's page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { emptyText, type TeamBlockContent } from '../../../src/domain/report';
import { contentOf, formOf } from '../../../static/app/src/modules/project-page/report/edit/block-form';
import { firstSentence } from '../../../static/app/src/modules/project-page/report/model/first-sentence';
import { startOfDay } from '../../../static/app/src/modules/project-page/report/start-of-day';

describe('the first sentence', () => {
  test.each([
    ['One. Two.', 80, 'One.'],
    ['No full stop', 80, 'No full stop'],
    ['Version 8.4 is out. Good.', 80, 'Version 8.4 is out.'],
    ['  spaces\nand lines. More', 80, 'spaces and lines.'],
    ['a long sentence without an end', 20, 'a long sentence …'],
    ['', 80, ''],
  ])('of %j', (text, longest, expected) => {
    expect(firstSentence(text, longest)).toBe(expected);
  });

  test('of anything is no longer than asked, but for the sign that it goes on', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 10, max: 120 }),
        (text, longest) => {
          expect(firstSentence(text, longest).length).toBeLessThanOrEqual(longest + 2);
        },
      ),
    );
  });
});

describe('a day begins', () => {
  test.each([
    ['2026-11-06', 'Europe/Berlin', '2026-11-05T23:00:00.000Z'],
    ['2026-07-06', 'Europe/Berlin', '2026-07-05T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-11-06', 'America/Los_Angeles', '2026-11-06T07:00:00.000Z'.replace('07', '08')],
    ['2026-11-06', 'Asia/Kolkata', '2026-11-05T18:30:00.000Z'],
    ['2026-11-06', 'UTC', '2026-11-06T00:00:00.000Z'],
  ])('%s in %s at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
  });
});

describe('the form of a block', () => {
  const TODAY = '2026-11-20';
  const contents: readonly TeamBlockContent[] = [
    emptyText().blocks.events,
    {
      kind: 'typed',
      light: 'watch',
      number: 1240,
      entries: [
        { day: '2026-11-19', text: 'Later', source: '', closed: false },
        { day: '2026-11-16', text: 'Earlier', source: 'Support', closed: true },
      ],
    },
    { kind: 'counted', jql: 'labels = cve', text: 'weak spots', watch: 1, act: 10 },
  ];

  test.each(contents)('opened and saved is what it was', (content) => {
    expect(contentOf(formOf(content, TODAY))).toEqual({ content });
  });

  test('takes numbers as people write them', () => {
    const form = { ...formOf(contents[0]!, TODAY), number: ' 1,240 ' };
    expect(contentOf(form)).toEqual({ content: { kind: 'typed', light: 'onTrack', number: 1240, entries: [] } });
  });

  test.each(['-1', '1.5', 'many', '99999999999'])('%j is no number', (number) => {
    expect(contentOf({ ...formOf(contents[0]!, TODAY), number })).toMatchObject({
      mistakes: { number: 'A whole number, or nothing.' },
    });
  });

  test.each([
    ['', '1', '2', 'jql'],
    ['a = 1', '5', '5', 'thresholds'],
    ['a = 1', '0', '5', 'thresholds'],
  ])('a search %j with %s and %s names the mistake', (jql, watch, act, mistake) => {
    const made = contentOf({ ...formOf(contents[2]!, TODAY), jql, watch, act });
    expect(Object.keys('mistakes' in made ? made.mistakes : {})).toContain(mistake);
  });
});

test('paper has the values of Atlassian’s light theme', () => {
  const root = path.resolve(__dirname, '../../..');
  const theme = readFileSync(
    path.join(root, 'node_modules/@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-light.js'),
    'utf8',
  );
  const paper = readFileSync(
    path.join(root, 'static/app/src/modules/project-page/report/paper/light-paper.css'),
    'utf8',
  );
  const declared = [...paper.matchAll(/(--ds-[\w-]+):\s*([^;]+);/g)].map(([, token = '', value = '']) => [
    token,
    value,
  ]);
  expect(declared.length).toBeGreaterThan(50);
  const plain = (value: string) => value.toLowerCase().replace(/\s+/g, ' ').trim();
  for (const [token = '', value = ''] of declared) {
    const there = new RegExp(`${token}: ([^;]+);`).exec(theme)?.[1];
    expect([token, plain(value)]).toEqual([token, plain(there ?? '')]);
  }
});
