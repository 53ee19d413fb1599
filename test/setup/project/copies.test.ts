import fc from 'fast-check';
import { copyMark, copyName, isCopyName, sourceInMark } from '../../../src/setup/project/copies';

describe('the name of a copy', () => {
  test('says whose it is and who made it', () => {
    expect(copyName('SHOP', 'Default Issue Type Scheme', 1)).toBe('SHOP: Default Issue Type Scheme (Shift-Up)');
    expect(copyName('SHOP', 'SHOP: Kanban Scheme', 1)).toBe('SHOP: Kanban Scheme (Shift-Up)');
    expect(copyName('SHOP', 'SHOP: Kanban Scheme', 3)).toBe('SHOP: Kanban Scheme (Shift-Up 3)');
  });

  test('is never longer than Jira takes, and another one for every attempt', () => {
    const key = fc.stringMatching(/^[A-Z][A-Z0-9]{1,9}$/);
    fc.assert(
      fc.property(
        key,
        fc.string({ maxLength: 400 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 2 }),
        (projectKey, source, attempts) => {
          const names = attempts.map((attempt) => copyName(projectKey, source, attempt));
          expect(new Set(names).size).toBe(attempts.length);
          for (const name of names) {
            expect(name.length).toBeLessThanOrEqual(255);
            expect(isCopyName(projectKey, name)).toBe(true);
            expect(isCopyName(projectKey, `Copy of ${name}`)).toBe(false);
          }
        },
      ),
    );
  });
});

test('the mark of a copy is another one for every project and source', () => {
  const id = fc.stringMatching(/^[1-9]\d{0,18}$/);
  fc.assert(
    fc.property(id, id, id, id, (project, source, otherProject, otherSource) => {
      const same = project === otherProject && source === otherSource;
      expect(copyMark(project, source) === copyMark(otherProject, otherSource)).toBe(same);
      expect(sourceInMark(project, copyMark(project, source))).toBe(source);
      expect(sourceInMark(otherProject, copyMark(project, source))).toBe(project === otherProject ? source : undefined);
    }),
  );
});
