/** What people do about a project as a whole: its report, its settings. */
import type { LevelBands } from '../../../src/domain/level';
import { emptyText } from '../../../src/domain/report';
import { reportNumbers } from '../../fixtures/report';
import { somebody, type Act } from '../act';
import { place } from '../places';
import type { Who } from '../tenant';

/** As set-up makes them, and as somebody might choose them. */
const BANDS: readonly LevelBands[] = [
  { Medium: 5, High: 10, Critical: 17 },
  { Medium: 4, High: 8, Critical: 15 },
];

const saveDraft: Act = {
  kind: 'save the draft of a report',
  weight: 3,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const who = somebody(scene);
    const { id: projectId } = random.pick(tenant.projects);
    const where = place.draft(projectId);
    const headline = `Headline ${number}`;
    const seen = await scene.call(who, 'readReports', { projectId });
    if (seen === undefined) return;
    ledger.wants(number, where, JSON.stringify(headline));
    const { revision } = seen.draft;
    const payload = { projectId, revision, draft: { ...emptyText(), headline } };
    if ((await scene.call(who, 'saveReportDraft', payload)) !== undefined)
      ledger.told(number, where, JSON.stringify(headline));
  },
};

const freeze: Act = {
  kind: 'freeze a report',
  weight: 2,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const who = somebody(scene);
    const { id: projectId } = random.pick(tenant.projects);
    const seen = await scene.call(who, 'readReports', { projectId });
    if (seen === undefined) return;
    ledger.wantsAnything(number, place.draft(projectId));
    const frozen = await scene.call(who, 'freezeReport', {
      projectId,
      revision: seen.draft.revision,
      numbers: reportNumbers(),
      idempotencyKey: random.uuid(),
    });
    if (frozen === undefined) return;
    const { report } = frozen;
    ledger.told(number, place.frozen(projectId, report.number), JSON.stringify(report.text.headline));
  },
};

const saveSettings: Act = {
  kind: 'save settings',
  weight: 3,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const who = random.weighted<Who>([
      [5, 'admin'],
      [1, 'deniz'],
    ]);
    const { id: projectId } = random.pick(tenant.projects);
    const view = await scene.call(who, 'readProjectSettings', { projectId });
    if (view?.saved === undefined) return;
    const { settings, storyTypeIds, revision } = view.saved;
    const hintWords = [`word${number}`];
    const bands = random.chance(0.4) ? random.pick(BANDS) : settings.bands;
    if (bands !== settings.bands) tenant.bandsChanged.add(projectId);
    const [words, limits] = [JSON.stringify(hintWords), JSON.stringify(bands)];
    ledger.wants(number, place.hintWords(projectId), words);
    ledger.wants(number, place.bands(projectId), limits);
    const payload = { projectId, revision, settings: { ...settings, hintWords, bands }, storyTypeIds };
    const done = await scene.call(who, 'saveProjectSettings', payload);
    if (done?.saved !== true) return;
    ledger.told(number, place.hintWords(projectId), words);
    ledger.told(number, place.bands(projectId), limits);
  },
};

const recalculate: Act = {
  kind: 'look at the recalculation',
  weight: 1,
  run: async (scene) => {
    const { id: projectId } = scene.random.pick(scene.tenant.projects);
    const operation = scene.random.pick(['readRecalculation', 'recalculateLevels'] as const);
    await scene.call('admin', operation, { projectId });
  },
};

/** From the same look at them; only one can be told that it is saved. */
const saveAtOnce: Act = {
  kind: 'two admins save settings',
  weight: 1.5,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const { id: projectId } = random.pick(tenant.projects);
    const view = await scene.call('admin', 'readProjectSettings', { projectId });
    if (view?.saved === undefined) return;
    const { settings, storyTypeIds, revision } = view.saved;
    const where = place.hintWords(projectId);
    const save = async (word: string) => {
      const hintWords = [word];
      ledger.wants(number, where, JSON.stringify(hintWords));
      const payload = { projectId, revision, settings: { ...settings, hintWords }, storyTypeIds };
      const done = await scene.call('admin', 'saveProjectSettings', payload);
      return done?.saved === true ? [hintWords] : [];
    };
    const saved = (await Promise.all([save(`one${number}`), save(`other${number}`)])).flat();
    if (saved.length > 1) scene.isWrong('two admins were told that they saved what only one of them had read');
    for (const hintWords of saved) ledger.told(number, where, JSON.stringify(hintWords));
  },
};

const freezeAtOnce: Act = {
  kind: 'two people freeze a report',
  weight: 1,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const { id: projectId } = random.pick(tenant.projects);
    const seen = await scene.call('deniz', 'readReports', { projectId });
    if (seen === undefined) return;
    ledger.wantsAnything(number, place.draft(projectId));
    const { revision } = seen.draft;
    const one = async (who: Who) => {
      const payload = { projectId, revision, numbers: reportNumbers(), idempotencyKey: random.uuid() };
      const frozen = await scene.call(who, 'freezeReport', payload);
      if (frozen === undefined) return [];
      const { report } = frozen;
      ledger.told(number, place.frozen(projectId, report.number), JSON.stringify(report.text.headline));
      return [report.number];
    };
    const numbers = (await Promise.all([one('deniz'), one('mara')])).flat();
    if (new Set(numbers).size < numbers.length) scene.isWrong('two reports were frozen under one number');
  },
};

const rebuild: Act = {
  kind: 'rebuild the history',
  weight: 1.5,
  run: async (scene) => {
    const { random, tenant } = scene;
    const { id: projectId } = random.pick(tenant.projects);
    const who = random.chance(0.8) ? 'admin' : somebody(scene);
    await scene.call(who, random.chance(0.7) ? 'rebuildTrend' : 'readRebuild', { projectId });
  },
};

export const projectActs: readonly Act[] = [
  saveDraft,
  freeze,
  freezeAtOnce,
  saveSettings,
  saveAtOnce,
  recalculate,
  rebuild,
];
