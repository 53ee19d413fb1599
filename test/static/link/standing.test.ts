import { isLocked, standingOf } from '../../../static/app/src/shared/link/standing';
import { keyRefusal } from '../../../static/app/src/shared/link/key-refusal';
import { enablerVerb, firstVerb, NOUN, OFFERED, riskVerb } from '../../../static/app/src/shared/link/verbs';
import { LINK_VERBS, VERBS } from '../../../src/domain/link-verb';
import type { LinkCandidates } from '../../../src/reads/link-candidate';
import type { LinkSubject } from '../../../static/app/src/shared/link/context';

const subject = (kind: LinkSubject['kind']): LinkSubject => {
  return { id: '1', key: 'SHOP-1', summary: 'One', projectId: '10', projectKey: 'SHOP', kind };
};

describe('how a candidate is linked already', () => {
  const links = [
    { verb: 'isExposedTo', otherIssueId: '7' },
    { verb: 'isSecuredBy', otherIssueId: '8' },
  ] as const;
  test.each([
    ['isExposedTo', '7', { kind: 'same', verb: 'isExposedTo' }, true],
    ['reduces', '7', { kind: 'other', verb: 'isExposedTo' }, false],
    ['isSecuredBy', '8', { kind: 'same', verb: 'isSecuredBy' }, true],
    ['secures', '8', { kind: 'reversed', verb: 'isSecuredBy' }, true],
    ['reduces', '9', undefined, false],
  ] as const)('%s, issue %s', (verb, id, standing, locked) => {
    const found = standingOf(links, verb, id);
    expect(found).toEqual(standing);
    expect(isLocked(found)).toBe(locked);
  });

  test('both ways round: what it says already counts', () => {
    const both = [...links, { verb: 'secures', otherIssueId: '8' }] as const;
    expect(standingOf(both, 'secures', '8')).toEqual({ kind: 'same', verb: 'secures' });
  });
});

describe('what is offered', () => {
  test.each(['story', 'issue', 'risk'] as const)('on a %s, only sentences that it can begin', (kind) => {
    for (const verb of OFFERED[kind]) expect(VERBS[verb].subjectIsRisk).toBe(kind === 'risk');
    expect(firstVerb(subject(kind), undefined)).toBe(OFFERED[kind][0]);
    expect(OFFERED[kind]).toContain(enablerVerb(subject(kind)));
  });

  test('every sentence is offered somewhere, and looks for the right kind of issue', () => {
    for (const verb of LINK_VERBS) {
      expect(Object.values(OFFERED).flat()).toContain(verb);
      expect(NOUN[verb] === 'risk').toBe(VERBS[verb].otherIsRisk);
      expect(VERBS[riskVerb(verb)].otherIsRisk).toBe(true);
    }
  });

  test('a wish that does not fit is not followed', () => {
    expect(firstVerb(subject('story'), 'secures')).toBe('secures');
    expect(firstVerb(subject('story'), 'threatens')).toBe('isExposedTo');
  });
});

describe('a key that is not offered', () => {
  const candidates = (refused: LinkCandidates['refused']): LinkCandidates => ({ recent: [], found: [], refused });
  test.each([
    ['story', 'isExposedTo', 'shop-1', undefined, /never linked to itself/],
    ['story', 'isExposedTo', 'SHOP-2', 'otherKind', /SHOP-2 is no security risk/],
    ['story', 'secures', 'SHOP-2', 'otherKind', /SHOP-2 is a security risk. Choose/],
    ['risk', 'isReducedBy', 'SHOP-2', 'otherKind', /risks are not linked to each other/],
    ['story', 'reduces', 'SHOP-2', 'closed', /SHOP-2 is closed/],
    ['story', 'reduces', 'SHOP-2', 'notFound', /SHOP-2 is not there, or you may not see it/],
  ] as const)('%s %s, %s typed', (kind, verb, text, why, says) => {
    const refused = why === undefined ? undefined : { key: 'SHOP-2', why };
    expect(keyRefusal(subject(kind), verb, { text, candidates: candidates(refused) })).toMatch(says);
  });

  test('nothing is said where nothing is refused', () => {
    expect(
      keyRefusal(subject('story'), 'reduces', { text: 'login', candidates: candidates(undefined) }),
    ).toBeUndefined();
  });
});
