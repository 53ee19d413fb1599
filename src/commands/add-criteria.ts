/**
 * Adds security acceptance criteria to a story's description.
 */
import { ASSESSMENT_PROPERTY, withEvidence } from '../domain/assessment-record';
import { sameWords } from '../domain/changed-text';
import { documentWithCriteria, type Document } from '../domain/criteria/document-with-criteria';
import { criteriaIn } from '../domain/criteria/security-criteria';
import { saysSomething } from '../domain/criteria/criteria-title';
import { languageOf, type Language } from '../domain/hints/language';
import { textHash } from '../domain/text-hash';
import { plainTextOf } from '../jira/document';
import { editIssue, getIssue, type JiraIssue } from '../jira/issue';
import { projectOf, summaryOf, typeIdOf } from '../jira/issue-fields';
import { storyTextChange, TEXT_FIELDS } from '../reads/story-text';
import { relevanceOf } from '../reads/values';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { Refusal } from './refusal';

export interface AddCriteriaInput {
  readonly issueId: string;
  readonly criteria: readonly string[];
}

/** Of a new section, in the story's language; each is one that criteria-title.ts knows. */
const HEADING: Readonly<Record<Language, string>> = {
  en: 'Security acceptance criteria',
  de: 'Akzeptanzkriterien Sicherheit',
  fr: 'Critères d’acceptation de sécurité',
};

/**
 * Lines that stand there already are not added again, so that saying the same twice changes nothing. Jira has no way to
 * save a description only if nobody else did: it is read right before, and what somebody saves in that moment is lost to
 * the description, not to the history.
 * @throws Refusal `invalid-input` for a security risk, and when no line says anything; JiraError
 */
export async function addCriteria(
  context: CommandContext,
  { issueId, criteria }: AddCriteriaInput,
): Promise<{ readonly criteria: readonly string[] }> {
  const { jira, site } = context;
  const { fields: ids } = site;
  const asked = ['issuetype', 'project', ...TEXT_FIELDS];
  const options = { properties: [ASSESSMENT_PROPERTY], withChanges: true };
  const first = await getIssue(jira, issueId, { ...options, fields: [...asked, ids.securityRelevance] });
  const here = await inProject(context, projectOf(first.fields).id);
  const { securityRelevance } = here.setup.fields;
  const story =
    securityRelevance === ids.securityRelevance
      ? first
      : await getIssue(jira, issueId, { ...options, fields: [...asked, securityRelevance] });
  if (typeIdOf(story.fields) === here.setup.riskTypeId) throw new Refusal('invalid-input');
  const standing = criteriaIn(story.fields.description);
  const meant = criteria.filter(saysSomething);
  if (meant.length === 0) throw new Refusal('invalid-input');
  const added = meant.filter(
    (line, index) => ![...standing, ...meant.slice(0, index)].some((other) => sameWords(line, other)),
  );
  if (added.length === 0) return { criteria: standing };
  const language = languageOf(plainTextOf(story.fields.description)) ?? 'en';
  const description = documentWithCriteria(story.fields.description, added, HEADING[language]);
  await editIssue(jira, issueId, { fields: { description }, ...evidenceAfter(context, here, story, description) });
  return { criteria: criteriaIn(description) };
}

/**
 * Our own edit is no change that somebody has to look at: where the text was the assessed one before, the evidence goes
 * with it. Where it was not, that stays to be seen.
 */
function evidenceAfter(
  { now }: CommandContext,
  { setup }: ProjectContext,
  story: JiraIssue,
  description: Document,
): { readonly properties?: Readonly<Record<string, unknown>> } {
  const relevance = relevanceOf(setup, story.fields);
  if (relevance === 'unassessed' || storyTextChange(setup, story) !== undefined) return {};
  const text = { summary: summaryOf(story.fields), description: plainTextOf(description) };
  const evidence = { relevance, textHash: textHash(text), textAt: now.toISOString() };
  return { properties: { [ASSESSMENT_PROPERTY]: withEvidence(story.properties[ASSESSMENT_PROPERTY], evidence) } };
}
