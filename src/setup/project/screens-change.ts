/**
 * Puts the story fields on the screens of stories and gives security risks their screens, in place or in copies.
 */
import { JiraError } from '../../jira/errors';
import { createScreen, listScreens } from '../../jira/screen';
import {
  createSchemeOfScreens,
  listUsedScreenSchemes,
  screensOf,
  type UsedScreenScheme,
} from '../../jira/screen-scheme-use';
import { createTab, listTabs, putOnTab, renameTab, type ScreenTab } from '../../jira/screen-tab';
import { isNobody, othersThan } from '../../jira/project-usage';
import {
  assignTypeScreenScheme,
  createTypeScreenScheme,
  listTypeScreenSchemes,
  mapTypeToScreens,
} from '../../jira/type-screen-scheme';
import { copyFor, recordPrevious } from './copies';
import { recordAdditions, type ProjectContext } from './project-context';
import type { ScreensFound, StoryScreen } from './screens-part';

export async function changeScreens(context: ProjectContext, found: ScreensFound, copy: boolean): Promise<void> {
  const { riskTypeId, riskScreensId } = context.site;
  if (riskTypeId === undefined || riskScreensId === undefined) throw new Error('the site is not set up');
  const { scheme, lacking } = found;
  const inCopies = copy ? lacking.filter(({ others }) => !isNobody(others)) : [];
  for (const screen of lacking.filter(({ id }) => !inCopies.some((copied) => copied.id === id))) {
    await putStoryFields(context, screen);
  }
  const isShared = !isNobody(othersThan(context.project.id, scheme.users));
  if (inCopies.length > 0 || (copy && isShared))
    return giveOwnScheme(context, found, inCopies, riskTypeId, riskScreensId);
  if (!found.needsRiskScreens) return;
  await recordAdditions(context, [{ what: 'riskScreens', schemeId: scheme.id }]);
  await mapTypeToScreens(context.jira, scheme.id, riskTypeId, riskScreensId);
}

/** Behind the fields of the first tab. */
async function putStoryFields(context: ProjectContext, { id, missing }: StoryScreen): Promise<void> {
  const [firstTab] = await listTabs(context.jira, id);
  if (firstTab === undefined) throw new JiraError('unexpectedAnswer', 'screen.tabs');
  for (const fieldId of missing) {
    context.checkTime();
    await recordAdditions(context, [{ what: 'screenField', screenId: String(id), fieldId }]);
    await putOnTab(context.jira, id, firstTab.id, fieldId);
  }
}

/** The project's stories get copies of their screens; every other type keeps the screens it has. */
async function giveOwnScheme(
  context: ProjectContext,
  found: ScreensFound,
  screens: readonly StoryScreen[],
  riskTypeId: string,
  riskScreensId: string,
): Promise<void> {
  const { jira, project } = context;
  const copies = new Map<number, number>();
  for (const screen of screens) copies.set(screen.id, await copyScreen(context, screen));
  const typeScreens = new Map(found.typeScreens);
  for (const [issueTypeId, scheme] of found.storySchemes) {
    if (!screensOf(scheme).some((id) => copies.has(id))) continue;
    typeScreens.set(issueTypeId, await copyScreenScheme(context, scheme, copies));
  }
  if (!typeScreens.has(riskTypeId)) typeScreens.set(riskTypeId, riskScreensId);
  const copyId = await copyFor(context, {
    kind: 'typeScreenScheme',
    sourceId: found.scheme.id,
    sourceName: found.scheme.name,
    list: () => listTypeScreenSchemes(jira),
    create: (named) => createTypeScreenScheme(jira, { ...named, screens: typeScreens }),
  });
  await recordPrevious(context, 'typeScreenScheme', found.scheme.id);
  await assignTypeScreenScheme(jira, project.id, copyId);
}

async function copyScreenScheme(
  context: ProjectContext,
  scheme: UsedScreenScheme,
  copies: ReadonlyMap<number, number>,
): Promise<string> {
  const { jira } = context;
  const inPlaceOf = (id: number) => copies.get(id) ?? id;
  return copyFor(context, {
    kind: 'screenScheme',
    sourceId: scheme.id,
    sourceName: scheme.name,
    list: () => listUsedScreenSchemes(jira),
    create: (named) => {
      const { default: standard, ...others } = scheme.screens;
      const replaced = Object.entries(others).flatMap(([use, id]) => (id === undefined ? [] : [[use, inPlaceOf(id)]]));
      return createSchemeOfScreens(jira, {
        ...named,
        screens: { ...(Object.fromEntries(replaced) as Partial<typeof others>), default: inPlaceOf(standard) },
      });
    },
  });
}

/** With the tabs and fields of its source, and the story fields behind those of the first tab. */
async function copyScreen(context: ProjectContext, screen: StoryScreen): Promise<number> {
  const { jira } = context;
  const copyId = await copyFor(context, {
    kind: 'screen',
    sourceId: String(screen.id),
    sourceName: screen.name,
    list: async () => (await listScreens(jira)).map((other) => ({ ...other, id: String(other.id) })),
    create: async (named) => String((await createScreen(jira, named)).id),
  });
  const id = Number(copyId);
  const [source, there] = await Promise.all([listTabs(jira, screen.id), listTabs(jira, id)]);
  for (const [index, tab] of source.entries()) {
    const fieldIds = index === 0 ? [...tab.fieldIds, ...screen.missing] : tab.fieldIds;
    await fillTab(context, id, { ...tab, fieldIds }, index, there);
  }
  return id;
}

async function fillTab(
  context: ProjectContext,
  screenId: number,
  tab: ScreenTab,
  index: number,
  there: readonly ScreenTab[],
): Promise<void> {
  const { jira } = context;
  // Tabs are made in the order of the source; a new screen has one tab, with a name of Jira's choice.
  const target = there[index];
  if (target !== undefined && target.name !== tab.name) await renameTab(jira, screenId, target.id, tab.name);
  const tabId = target?.id ?? (await createTab(jira, screenId, tab.name));
  const already = new Set(there.flatMap(({ fieldIds }) => fieldIds));
  for (const fieldId of tab.fieldIds.filter((field) => !already.has(field))) {
    context.checkTime();
    await putOnTab(jira, screenId, tabId, fieldId);
  }
}
