/** Names beside those of others, for every name that people could have given. */
import fc from 'fast-check';
import { NEEDED_FIELDS, NEEDED_LINK_TYPES, RISK_STATUSES, RISK_TYPE, sameName } from '../../src/setup/needed';
import { linkWordsBeside } from '../../src/setup/link-words';
import { couldBeOurName, freeName, type NameMark } from '../../src/setup/object-name';

const OUR_NAMES = [
  RISK_TYPE.name,
  ...Object.values(NEEDED_FIELDS).map(({ name }) => name),
  ...Object.values(NEEDED_LINK_TYPES).map(({ name }) => name),
  ...RISK_STATUSES.map(({ name }) => name),
];
const ourName = fc.constantFrom(...OUR_NAMES);
const mark = fc.constantFrom<NameMark>('risk', 'security');
/** Anything at all, and much that is nearly ours. */
const theirName = fc.oneof(
  fc.string(),
  fc
    .tuple(ourName, fc.constantFrom('', ' ', ' (risk)', ' (RISK)', ' (risk 2)', ' (security)', ' (risk) '))
    .map(([name, after]) => `${name.toUpperCase()}${after}`),
);

test('the other name is nobody’s, and is known again as ours', () => {
  fc.assert(
    fc.property(ourName, mark, fc.array(theirName), (name, as, taken) => {
      const free = freeName(name, as, taken);
      expect(taken.some((other) => sameName(other, free))).toBe(false);
      expect(couldBeOurName(free, name)).toBe(true);
      expect(free.startsWith(`${name} (${as}`)).toBe(true);
    }),
  );
});

test('no name of ours could be another one of ours', () => {
  for (const name of OUR_NAMES) {
    for (const other of OUR_NAMES.filter((candidate) => candidate !== name)) {
      expect([name, other, couldBeOurName(other, name)]).toEqual([name, other, false]);
      expect(couldBeOurName(freeName(other, 'risk', []), name)).toBe(false);
    }
  }
});

test.each(['Impact of the risk', 'Impact (risky)', 'Impact(risk)', 'Impact (risk) 2', 'An Impact', 'Impact (other)'])(
  '%s is not one of ours',
  (name) => {
    expect(couldBeOurName(name, 'Impact')).toBe(false);
  },
);

test('our links never read like those of others, because queries know links by their words alone', () => {
  const words = fc.oneof(
    fc.constantFrom(
      'mitigates',
      'is mitigated by',
      'MITIGATES',
      'mitigates (risk)',
      'is mitigated by (risk)',
      'blocks',
    ),
    fc.string(),
  );
  const linkType = fc.record({ id: fc.nat().map(String), name: fc.string(), outward: words, inward: words });
  fc.assert(
    fc.property(fc.array(linkType), (there) => {
      const ours = linkWordsBeside('mitigates', there, undefined);
      const taken = there.flatMap(({ outward, inward }) => [outward, inward]);
      for (const word of [ours.outward, ours.inward]) {
        expect(taken.some((other) => sameName(other, word))).toBe(false);
      }
      expect(sameName(ours.outward, ours.inward)).toBe(false);
    }),
  );
});
