/**
 * A team-managed project in which somebody made type and fields by hand, with the ids that the app keeps of them.
 */
import { defaultSettings } from '../../src/domain/default-settings';
import { LEVELS, SCALE } from '../../src/domain/level';
import { NOT_RELEVANT_REASONS, REASON_OPTION, RELEVANCE_OPTION } from '../../src/domain/relevance';
import type { FieldName, OwnIds, ProjectSetup } from '../../src/domain/site-setup';
import { teamManaged } from '../local-jira/by-hand';
import { addProject, grant } from '../local-jira/seed';
import type { SettingsSite } from './settings-site';

const ratings = SCALE.map((rating) => [String(rating), String(rating)] as const);
const levels = LEVELS.map((level) => [level, level] as const);

/** Fields as a person makes them: name, kind, and options by what they mean. */
const RISK_FIELDS: readonly (readonly [FieldName, string, string, (readonly (readonly [string, string])[])?])[] = [
  ['likelihood', 'Likelihood', 'dropdown', ratings],
  ['impact', 'Impact', 'dropdown', ratings],
  ['riskLevel', 'Risk level', 'dropdown', levels],
  ['riskOwner', 'Risk owner', 'people'],
  ['nextReview', 'Next review', 'date'],
  ['acceptanceExpires', 'Acceptance expires', 'date'],
];
const STORY_FIELDS: typeof RISK_FIELDS = [
  [
    'securityRelevance',
    'Security relevance',
    'dropdown',
    [
      ['relevant', RELEVANCE_OPTION.relevant],
      ['notRelevant', RELEVANCE_OPTION.notRelevant],
    ],
  ],
  [
    'relevanceReason',
    'Relevance reason',
    'dropdown',
    NOT_RELEVANT_REASONS.map((reason) => [reason, REASON_OPTION[reason]] as const),
  ],
];

export interface TeamProject {
  readonly id: string;
  readonly key: string;
  readonly storyTypeId: string;
  readonly own: OwnIds;
  readonly setup: ProjectSetup;
}

export async function addTeamProject(site: SettingsSite, key = 'PART'): Promise<TeamProject> {
  const { state } = site.jira;
  const project = addProject(state, { key, name: `${key} app`, leadAccountId: site.people.mara, style: 'next-gen' });
  for (const person of [site.people.mara, site.people.deniz]) grant(state, project, person, 'member');
  grant(state, project, site.people.priya, 'viewer');
  grant(state, project, site.pia, 'administrators');
  const byHand = teamManaged(state, project.key);
  const scheme = state.issueTypeSchemes.require(project.issueTypeSchemeId);
  const storyTypeId = scheme.issueTypeIds.find((id) => state.issueTypes.require(id).name === 'Story') ?? '';
  const riskTypeId = byHand.addIssueType({ name: 'Security Risk' }).id;
  const fields: Partial<Record<FieldName, string>> = {};
  const options: Partial<Record<FieldName, Record<string, string>>> = {};
  const make = (typeId: string, [name, label, type, meanings = []]: (typeof RISK_FIELDS)[number]) => {
    const field = byHand.addField(typeId, {
      name: label,
      type: type as never,
      options: meanings.map(([, value]) => value),
    });
    fields[name] = field.id;
    if (meanings.length === 0) return;
    const made = state.fieldOptions.filter(({ fieldId }) => fieldId === field.id);
    options[name] = Object.fromEntries(
      meanings.map(([meaning, value]) => [meaning, made.find((option) => option.value === value)?.id ?? '']),
    );
  };
  for (const field of RISK_FIELDS) make(riskTypeId, field);
  for (const field of STORY_FIELDS) make(storyTypeId, field);
  const own: OwnIds = { riskTypeId, fields, options };
  const setup: ProjectSetup = {
    version: 2,
    projectId: project.id,
    storyTypeIds: [storyTypeId],
    revision: 1,
    settings: defaultSettings(),
    own,
  };
  site.forge.kvs(site.site).write(`project-setup:${project.id}`, JSON.stringify({ ...setup, token: '0' }), undefined);
  return { id: project.id, key: project.key, storyTypeId, own, setup };
}
