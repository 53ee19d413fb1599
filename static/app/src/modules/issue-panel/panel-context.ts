/**
 * Where the page stands: on an issue, or in a dialog that the panel opened. `unknown` until parsed. Pure.
 */
import * as v from 'valibot';
import { ISSUE_KEY, NUMERIC_ID, PROJECT_KEY } from '../../../../../src/domain/identifiers';

const numericId = v.pipe(v.string(), v.regex(NUMERIC_ID));
const issueKey = v.pipe(v.string(), v.regex(ISSUE_KEY));
const projectKey = v.pipe(v.string(), v.regex(PROJECT_KEY));

const linkedRiskSchema = v.object({ id: numericId, relation: v.picklist(['mitigates', 'threatened']) });

const dialogSchema = v.object({
  dialog: v.picklist(['link', 'newRisk']),
  storyId: numericId,
  storyKey: issueKey,
  storySummary: v.string(),
  projectId: numericId,
  projectKey,
  linked: v.array(linkedRiskSchema),
});

/** What the panel tells the dialog it opens. */
export type DialogContext = v.InferOutput<typeof dialogSchema>;

const issueSchema = v.object({
  issue: v.object({ id: numericId, key: issueKey, typeId: numericId }),
  project: v.object({ id: numericId, key: projectKey }),
});

export type PagePlace =
  | { readonly kind: 'dialog'; readonly dialog: DialogContext }
  | {
      readonly kind: 'panel';
      readonly issueId: string;
      readonly issueKey: string;
      readonly typeId: string;
      readonly projectId: string;
      readonly projectKey: string;
    };

/** @throws v.ValiError when the host says something else than Forge documents. */
export function parsePlace(extension: unknown): PagePlace {
  const modal = v.safeParse(v.object({ modal: dialogSchema }), extension);
  if (modal.success) return { kind: 'dialog', dialog: modal.output.modal };
  const { issue, project } = v.parse(issueSchema, extension);
  return {
    kind: 'panel',
    issueId: issue.id,
    issueKey: issue.key,
    typeId: issue.typeId,
    projectId: project.id,
    projectKey: project.key,
  };
}

const dialogAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('linked'), risks: v.array(v.object({ id: numericId, key: issueKey })) }),
  v.object({ kind: v.literal('created'), riskId: numericId, riskKey: issueKey }),
]);

/** What a dialog tells the panel when it closes after a change. */
export type DialogAnswer = v.InferOutput<typeof dialogAnswerSchema>;

/** `undefined` when the dialog was closed without an answer. */
export function parseDialogAnswer(payload: unknown): DialogAnswer | undefined {
  const parsed = v.safeParse(dialogAnswerSchema, payload);
  return parsed.success ? parsed.output : undefined;
}
