import { LINK_VERBS, reversed, verbOfLink, VERBS } from '../../src/domain/link-verb';
import { LINK_TYPES } from '../../src/domain/site-setup';

const linkTypes = {
  mitigates: { id: '1', name: 'Mitigates', outward: 'mitigates', inward: 'is mitigated by' },
  threatens: { id: '2', name: 'Threatens', outward: 'threatens', inward: 'is threatened by' },
  secures: { id: '3', name: 'Secures', outward: 'secures', inward: 'is secured by' },
};

test.each(LINK_VERBS)('%s is read back from the link that it is stored as', (verb) => {
  const { type, subjectIsSource } = VERBS[verb];
  const direction = subjectIsSource ? 'outward' : 'inward';
  expect(verbOfLink({ linkTypes }, { typeId: linkTypes[type].id, direction })).toBe(verb);
});

test.each(LINK_VERBS)('%s turned round says the same of the other issue', (verb) => {
  const back = reversed(verb);
  expect(back).not.toBe(verb);
  expect(reversed(back)).toBe(verb);
  expect(VERBS[back].type).toBe(VERBS[verb].type);
  const sameIssues = VERBS[back].subjectIsRisk === VERBS[verb].otherIsRisk;
  expect(sameIssues && VERBS[back].otherIsRisk === VERBS[verb].subjectIsRisk).toBe(true);
});

test('every type in each direction is one sentence', () => {
  const said = LINK_TYPES.flatMap((type) =>
    (['outward', 'inward'] as const).map((direction) =>
      verbOfLink({ linkTypes }, { typeId: linkTypes[type].id, direction }),
    ),
  );
  expect(said).toHaveLength(LINK_VERBS.length);
  expect(new Set(said)).toEqual(new Set(LINK_VERBS));
});

test('a link of another type is no sentence of ours', () => {
  expect(verbOfLink({ linkTypes }, { typeId: '4', direction: 'outward' })).toBeUndefined();
});
