/**
 * Stories show the two story fields; security risks have the screens of risks.
 */
import type { JiraProject } from '../../jira/project';
import { isNobody, othersThan, usersOfAny, type Users } from '../../jira/project-usage';
import type { JiraRequest } from '../../jira/request';
import { listScreens } from '../../jira/screen';
import { listUsedScreenSchemes, screensOf, type UsedScreenScheme } from '../../jira/screen-scheme-use';
import { listTabs } from '../../jira/screen-tab';
import {
  readTypeScreenSchemes,
  typeScreenSchemesOf,
  typeScreensOf,
  type TypeScreens,
  type TypeScreenScheme,
} from '../../jira/type-screen-scheme';
import { STORY_FIELDS } from '../needed';
import { foundFor, sharedWith, type PartFound, type SharedObject } from './part';
import { fieldIdsOf, type SiteIds } from './site-ids';
import { storyTypesOf } from './story-types';

/** A screen of stories that lacks a story field. */
export interface StoryScreen {
  readonly id: number;
  readonly name: string;
  /** Ids of the fields; while the site is not set up, none. */
  readonly missing: readonly string[];
  /** Other projects that use it. */
  readonly others: Users;
}

export interface ScreensFound extends PartFound {
  readonly scheme: TypeScreenScheme;
  readonly typeScreens: TypeScreens;
  /** Story type id → its screen scheme. */
  readonly storySchemes: ReadonlyMap<string, UsedScreenScheme>;
  readonly lacking: readonly StoryScreen[];
  readonly needsRiskScreens: boolean;
}

interface SiteScreens {
  readonly schemes: readonly UsedScreenScheme[];
  readonly names: ReadonlyMap<number, string>;
  readonly fieldsOn: ReadonlyMap<number, ReadonlySet<string>>;
  readonly usersOf: ReadonlyMap<string, Users>;
}

/** One request for every hundred screen schemes and screens of the site, two or more for each screen of stories. */
export async function readScreensPart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  site: SiteIds,
): Promise<ReadonlyMap<string, ScreensFound>> {
  const schemeIds = await typeScreenSchemesOf(
    jira,
    projects.map(({ id }) => id),
  );
  const asked = [...new Set(schemeIds.values())];
  const [own, typeScreens, schemes, screens] = await Promise.all([
    readTypeScreenSchemes(jira, asked),
    typeScreensOf(jira, asked),
    listUsedScreenSchemes(jira),
    listScreens(jira),
  ]);
  const storySchemesOf = (project: JiraProject) => {
    const ofTypes = typeScreens.get(foundFor(schemeIds, project.id)) ?? new Map<string, string>();
    return storySchemes(project, site, ofTypes, schemes);
  };
  const storyScreens = new Set(projects.flatMap((project) => [...storySchemesOf(project).values()].flatMap(screensOf)));
  const [fieldsOn, usersOf] = await Promise.all([
    readFields(jira, [...storyScreens]),
    readUsers(jira, own, schemesWith(schemes, storyScreens)),
  ]);
  const around: SiteScreens = { schemes, names: new Map(screens.map(({ id, name }) => [id, name])), fieldsOn, usersOf };
  return new Map(
    projects.map((project) => {
      const scheme = own.find(({ id }) => id === schemeIds.get(project.id));
      if (scheme === undefined) throw new Error('nothing was found about a project that was asked for');
      const ofTypes = typeScreens.get(scheme.id) ?? new Map<string, string>();
      return [project.id, foundIn(project, site, scheme, ofTypes, storySchemesOf(project), around)];
    }),
  );
}

function storySchemes(
  project: JiraProject,
  { riskTypeId }: SiteIds,
  ofTypes: TypeScreens,
  schemes: readonly UsedScreenScheme[],
): ReadonlyMap<string, UsedScreenScheme> {
  const entries = storyTypesOf(project, riskTypeId).flatMap(({ id }) => {
    const schemeId = ofTypes.get(id) ?? ofTypes.get('default');
    const scheme = schemes.find((candidate) => candidate.id === schemeId);
    return scheme === undefined ? [] : [[id, scheme] as const];
  });
  return new Map(entries);
}

function schemesWith(
  schemes: readonly UsedScreenScheme[],
  screenIds: ReadonlySet<number>,
): readonly UsedScreenScheme[] {
  return schemes.filter((scheme) => screensOf(scheme).some((id) => screenIds.has(id)));
}

async function readFields(
  jira: JiraRequest,
  screenIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const rows = await Promise.all(
    screenIds.map(async (id) => [id, new Set((await listTabs(jira, id)).flatMap(({ fieldIds }) => fieldIds))] as const),
  );
  return new Map(rows);
}

/** Issue type screen scheme id → projects, for every one that shows one of these screen schemes. */
async function readUsers(
  jira: JiraRequest,
  known: readonly TypeScreenScheme[],
  schemes: readonly UsedScreenScheme[],
): Promise<ReadonlyMap<string, Users>> {
  const users = new Map(known.map((scheme) => [scheme.id, scheme.users]));
  const unknown = new Set(
    schemes.flatMap(({ typeScreenSchemeIds }) => typeScreenSchemeIds.filter((id) => !users.has(id))),
  );
  for (const scheme of await readTypeScreenSchemes(jira, [...unknown])) users.set(scheme.id, scheme.users);
  return users;
}

function foundIn(
  project: JiraProject,
  site: SiteIds,
  scheme: TypeScreenScheme,
  typeScreens: TypeScreens,
  ofStories: ReadonlyMap<string, UsedScreenScheme>,
  around: SiteScreens,
): ScreensFound {
  const needed = fieldIdsOf(site, STORY_FIELDS);
  const screenIds = [...new Set([...ofStories.values()].flatMap(screensOf))];
  const lacking = screenIds.flatMap((id): readonly StoryScreen[] => {
    const missing = (needed ?? []).filter((field) => around.fieldsOn.get(id)?.has(field) !== true);
    if (needed !== undefined && missing.length === 0) return [];
    const others = othersThan(project.id, usersOfScreen(id, around));
    return [{ id, name: around.names.get(id) ?? '', missing, others }];
  });
  // Where an admin has chosen other screens for risks, that choice stands.
  const needsRiskScreens = site.riskTypeId === undefined || !typeScreens.has(site.riskTypeId);
  const ofScheme = needsRiskScreens ? sharedWith(project.id, 'screens', scheme.name, scheme.users) : [];
  const ofScreens = lacking
    .filter(({ others }) => !isNobody(others))
    .map(({ name, others }): SharedObject => ({ scheme: 'screens', name, others }));
  return {
    right: lacking.length === 0 && !needsRiskScreens,
    shared: [...ofScheme, ...ofScreens.filter((screen) => !isSaidBy(screen, ofScheme))],
    scheme,
    typeScreens,
    storySchemes: ofStories,
    lacking,
    needsRiskScreens,
  };
}

/** Every project that shows the screen, for whichever type. */
export function usersOfScreen(screenId: number, { schemes, usersOf }: Pick<SiteScreens, 'schemes' | 'usersOf'>): Users {
  const showing = schemesWith(schemes, new Set([screenId]));
  const users = usersOfAny(
    [...new Set(showing.flatMap(({ typeScreenSchemeIds }) => typeScreenSchemeIds))].flatMap(
      (id) => usersOf.get(id) ?? [],
    ),
  );
  // Schemes that Jira counted without naming them have at least one project each, or nobody would have made them.
  return { ...users, more: users.more + showing.reduce((sum, { more }) => sum + more, 0) };
}

/** The scheme is shared by the same projects: one line says it. */
function isSaidBy(screen: SharedObject, ofScheme: readonly SharedObject[]): boolean {
  return ofScheme.some(
    ({ others }) =>
      others.more >= screen.others.more && screen.others.projectIds.every((id) => others.projectIds.includes(id)),
  );
}
