/**
 * A story's own words, and what its history says of them and of its assessment.
 */
import { ASSESSMENT_PROPERTY, evidenceIn } from '../domain/assessment-record';
import { textChangeSince, type TextChange, type TextEdit } from '../domain/changed-text';
import type { Relevance } from '../domain/relevance';
import type { SiteSetup } from '../domain/site-setup';
import { TEXT_PARTS } from '../domain/text-hash';
import { plainTextOf } from '../jira/document';
import { plainTextOfHistory } from '../jira/history-text';
import type { IssueChange, JiraIssue } from '../jira/issue';
import { instantOf, summaryOf, type FieldValues, type Person } from '../jira/issue-fields';
import type { StoryText } from './story-view';
import { meaningOf, relevanceOf } from './values';

/** What has to be asked for, together with the field of the relevance, the record and the changes. */
export const TEXT_FIELDS = ['summary', 'description', 'created'] as const;

export function storyText(fields: FieldValues): StoryText {
  return { summary: summaryOf(fields), description: plainTextOf(fields.description) };
}

/** One decision about the relevance. */
export interface RelevanceDecision {
  readonly at: string;
  readonly by: Person | undefined;
  readonly from: Relevance;
  readonly to: Relevance;
}

/** Newest first. */
export function relevanceDecisions(setup: SiteSetup, changes: readonly IssueChange[]): readonly RelevanceDecision[] {
  const meaning = (optionId: string): Relevance =>
    meaningOf(setup.options.securityRelevance, optionId === '' ? undefined : optionId) ?? 'unassessed';
  return changes.flatMap(({ created, author, items }) =>
    items
      .filter(({ fieldId }) => fieldId === setup.fields.securityRelevance)
      .map(({ fromId, toId }) => ({ at: created, by: author, from: meaning(fromId), to: meaning(toId) })),
  );
}

/**
 * What reads differently since the assessment or its confirmation.
 * @param story with TEXT_FIELDS, the record and the changes.
 */
export function storyTextChange(setup: SiteSetup, story: JiraIssue): TextChange<Person> | undefined {
  const { fields, changes, changesAreAll } = story;
  const relevance = relevanceOf(setup, fields);
  if (relevance === 'unassessed') return undefined;
  const decisions = relevanceDecisions(setup, changes);
  const created = instantOf(fields, 'created');
  const assessedAt = decisions[0]?.at ?? (changesAreAll ? created : undefined);
  return textChangeSince({
    text: storyText(fields),
    edits: textEdits(changes),
    knownFrom: changesAreAll ? created : changes.at(-1)?.created,
    assessedAt,
    evidence: standingEvidence(setup, story),
  });
}

/**
 * The evidence that belongs to the assessment of now. Evidence of an assessment that somebody replaced in Jira's own
 * field is none; the record is written a moment before the history, so it is held against the decision before the last.
 */
export function standingEvidence(
  setup: SiteSetup,
  { fields, properties, changes }: JiraIssue,
): { readonly hash: string; readonly at: string; readonly confirmedAt: string | undefined } | undefined {
  const evidence = evidenceIn(properties[ASSESSMENT_PROPERTY]);
  if (evidence === undefined || evidence.relevance !== relevanceOf(setup, fields)) return undefined;
  const replacedAt = relevanceDecisions(setup, changes)[1]?.at;
  if (replacedAt !== undefined && evidence.textAt < replacedAt) return undefined;
  return { hash: evidence.textHash, at: evidence.textAt, confirmedAt: evidence.confirmedAt };
}

function textEdits(changes: readonly IssueChange[]): readonly TextEdit<Person>[] {
  return changes.flatMap(({ created, author, items }) =>
    items.flatMap(({ fieldId, from, to }): readonly TextEdit<Person>[] => {
      const part = TEXT_PARTS.find((name) => name === fieldId);
      if (part === undefined) return [];
      const plain = part === 'description' ? plainTextOfHistory : (text: string) => text;
      return [{ at: created, by: author, part, from: plain(from), to: plain(to) }];
    }),
  );
}
