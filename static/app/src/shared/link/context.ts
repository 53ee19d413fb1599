/**
 * What the opener of a linking dialog tells it, and what the dialog answers. Both cross a frame: `unknown` until parsed.
 * Pure.
 */
import * as v from 'valibot';
import { ISSUE_KEY, NUMERIC_ID, PROJECT_KEY } from '../../../../../src/domain/identifiers';
import { TOPICS } from '../../../../../src/domain/hints/topics';
import { LINK_VERBS } from '../../../../../src/domain/link-verb';

const numericId = v.pipe(v.string(), v.regex(NUMERIC_ID));
const issueKey = v.pipe(v.string(), v.regex(ISSUE_KEY));

const subjectSchema = v.object({
  id: numericId,
  key: issueKey,
  summary: v.string(),
  projectId: numericId,
  projectKey: v.pipe(v.string(), v.regex(PROJECT_KEY)),
  /** `issue`: neither story nor risk; it can reduce risks and secure stories all the same. */
  kind: v.picklist(['story', 'issue', 'risk']),
  /** What its hint is about most: it enters the first words of a new enabler. */
  topic: v.optional(v.picklist(TOPICS)),
});

/** The issue that a dialog is about: the subject of every sentence. */
export type LinkSubject = v.InferOutput<typeof subjectSchema>;

const dialogSchema = v.object({
  linking: v.picklist(['link', 'enablers']),
  subject: subjectSchema,
  /** With `link`: the sentence that is chosen at first. */
  verb: v.optional(v.picklist(LINK_VERBS)),
});

export type LinkDialogContext = v.InferOutput<typeof dialogSchema>;

/** `undefined` where the page stands in no linking dialog. */
export function parseLinkDialog(extension: unknown): LinkDialogContext | undefined {
  const parsed = v.safeParse(v.object({ modal: dialogSchema }), extension);
  return parsed.success ? parsed.output.modal : undefined;
}

const answerSchema = v.object({
  /** The subject. */
  issueId: numericId,
  verb: v.picklist(LINK_VERBS),
  /** At least one. `created`: the issue was made in the dialog. `fresh`: the link was not there before. */
  links: v.pipe(
    v.array(v.object({ issueId: numericId, key: issueKey, created: v.boolean(), fresh: v.boolean() })),
    v.minLength(1),
  ),
});

/** What a dialog did. */
export type LinkAnswer = v.InferOutput<typeof answerSchema>;

/** `undefined` when the dialog was closed without an answer. */
export function parseLinkAnswer(payload: unknown): LinkAnswer | undefined {
  const parsed = v.safeParse(answerSchema, payload);
  return parsed.success ? parsed.output : undefined;
}
