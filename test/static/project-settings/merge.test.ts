import fc from 'fast-check';
import { draftOf, savedOf } from '../../../static/app/src/modules/project-settings/draft';
import type { Draft } from '../../../static/app/src/modules/project-settings/draft';
import { formState, startOf } from '../../../static/app/src/modules/project-settings/form-state';
import { changedSections, merged, SECTIONS } from '../../../static/app/src/modules/project-settings/sections';
import { draft, viewOf } from './form-fixtures';

const start = startOf(viewOf()).base;

describe('what was changed', () => {
  test('nothing, between a draft and itself', () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(changedSections(one, one)).toEqual([]);
      }),
    );
  });

  test('the same, whoever is asked first', () => {
    fc.assert(
      fc.property(draft, draft, (one, other) => {
        expect(changedSections(one, other)).toEqual(changedSections(other, one));
      }),
    );
  });

  test.each<[string, Partial<Draft>, string[]]>([
    ['picking the same statuses in another order', { readyStatusIds: ['4', '3', '2'] }, []],
    ['a status less', { readyStatusIds: ['2', '3'] }, ['ready']],
    ['another story type', { storyTypeIds: ['10001', '10002'] }, ['ready']],
    ['the gate', { gate: 'block' }, ['gate']],
    ['reasons in another order', { reasons: [...start.reasons].reverse() }, ['reasons']],
    ['a border', { upTo: { ...start.upTo, Low: '3' } }, ['levels']],
    ['the same border, written otherwise', { upTo: { ...start.upTo, Low: ' 04' } }, []],
    ['an interval', { reviewDays: { ...start.reviewDays, High: '45' } }, ['levels']],
    ['a threshold', { lights: { ...start.lights, reviews: { watch: '2', act: '5' } } }, ['lights']],
    ['a check', { checks: { ...start.checks, criteria: 'ignored' } }, ['checks']],
    ['a word', { hintWords: 'Vault' }, ['hints']],
    ['empty lines', { hintWords: '\n  \n' }, []],
    ['the approvers', { approvers: { kind: 'role', id: '10100' } }, ['approvers']],
  ])('%s', (_name, change, sections) => {
    expect(changedSections(start, { ...start, ...change })).toEqual(sections);
  });
});

describe('two people change the same settings', () => {
  test('where I changed nothing, theirs holds', () => {
    fc.assert(
      fc.property(draft, draft, (base, theirs) => {
        expect(merged(base, base, theirs)).toEqual(theirs);
      }),
    );
  });

  test('where they changed nothing, mine holds', () => {
    fc.assert(
      fc.property(draft, draft, (base, mine) => {
        expect(changedSections(merged(base, mine, base), mine)).toEqual([]);
      }),
    );
  });

  test('every section is mine where I changed it, and theirs everywhere else', () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const result = merged(base, mine, theirs);
        const changedByMe = changedSections(base, mine);
        const likeMine = SECTIONS.filter((section) => !changedSections(result, mine).includes(section));
        const likeTheirs = SECTIONS.filter((section) => !changedSections(result, theirs).includes(section));
        for (const section of SECTIONS) {
          expect(changedByMe.includes(section) ? likeMine : likeTheirs).toContain(section);
        }
      }),
    );
  });

  test('merging again with the same settings changes nothing more', () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const once = merged(base, mine, theirs);
        expect(changedSections(merged(theirs, once, theirs), once)).toEqual([]);
      }),
    );
  });
});

describe('the form over time', () => {
  const edited = formState(startOf(viewOf()), { type: 'edited', change: { gate: 'off' } });
  const theirs = viewOf({ gate: 'block', bands: { Medium: 6, High: 10, Critical: 17 } }, 4);

  test('what is sent is what was saved, while nobody typed anything', () => {
    const view = viewOf({ approvers: { kind: 'role', id: '10100' } });
    expect(savedOf(startOf(view).draft)).toEqual({
      settings: view.saved?.settings,
      storyTypeIds: view.saved?.storyTypeIds,
    });
  });

  test('lost to somebody else, my changes stand on theirs and the next save builds on theirs', () => {
    const kept = formState(formState(edited, { type: 'lostTo', theirs }), { type: 'keptMine' });
    expect(kept.draft.gate).toBe('off');
    expect(kept.draft.upTo.Low).toBe('5');
    expect(kept.revision).toBe(4);
    expect(kept.theirs).toBeUndefined();
    expect(changedSections(kept.base, kept.draft)).toEqual(['gate']);
  });

  test('taking theirs leaves nothing unsaved', () => {
    const took = formState(formState(edited, { type: 'lostTo', theirs }), { type: 'tookTheirs' });
    expect(took.draft).toEqual(took.base);
    expect(took.draft.gate).toBe('block');
    expect(took.revision).toBe(4);
  });

  test('discarding goes back to what is saved', () => {
    expect(formState(edited, { type: 'discarded' }).draft).toEqual(edited.base);
  });

  test('what is typed while saving is still there afterwards, and only that is unsaved', () => {
    const sent = edited.draft;
    const typing = formState(edited, { type: 'edited', change: { upTo: { ...sent.upTo, Low: '3' } } });
    const saved = formState(typing, { type: 'saved', sent, saved: savedOf(sent), revision: 4 });
    expect(saved.draft.upTo.Low).toBe('3');
    expect(changedSections(saved.base, saved.draft)).toEqual(['levels']);
  });

  test('a new reason has its option after it was saved, and is no change then', () => {
    const own = { kind: 'own', optionId: '', text: 'Runs offline' } as const;
    const added = formState(startOf(viewOf()), { type: 'edited', change: { reasons: [own] } });
    const answer = savedOf({ ...added.draft, reasons: [{ ...own, optionId: '20001' }] });
    const saved = formState(added, { type: 'saved', sent: added.draft, saved: answer, revision: 4 });
    expect(saved.draft.reasons).toEqual([{ ...own, optionId: '20001' }]);
    expect(changedSections(saved.base, saved.draft)).toEqual([]);
  });

  test('a project without saved settings has no form', () => {
    const { saved, ...without } = viewOf();
    expect(saved).toBeDefined();
    expect(() => startOf(without)).toThrow(RangeError);
    expect(draftOf(without.defaults).gate).toBe('flag');
  });
});
