/**
 * The lozenge beside the panel's name: the state without opening. Jira waits for it, so it never throws.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/
 */
import * as v from 'valibot';
import { NUMERIC_ID } from '../domain/identifiers';
import { readBadge, type BadgeFacts } from '../reads/badge';
import { readProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';
import { jiraAsUser } from './jira-request';
import { noteError } from './log';

type LozengeType = 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';

interface Lozenge {
  readonly label: string;
  readonly type: LozengeType;
}

interface DynamicProperties {
  readonly status: { readonly type: 'lozenge'; readonly value: Lozenge };
}

/** Jira's own limit for the text. */
export const LABEL_MAX = 22;

const id = v.pipe(v.string(), v.regex(NUMERIC_ID));
const contextSchema = v.object({
  extension: v.object({ issue: v.object({ id }), project: v.object({ id }) }),
});

/** The manifest's dynamicProperties function. */
export async function badge(context: unknown): Promise<DynamicProperties> {
  return { status: { type: 'lozenge', value: await lozengeFor(context) } };
}

async function lozengeFor(context: unknown): Promise<Lozenge> {
  try {
    const parsed = v.safeParse(contextSchema, context);
    if (!parsed.success) return { label: 'Open to see', type: 'default' };
    const { issue, project } = parsed.output.extension;
    const [setup, settings] = await Promise.all([readSiteSetup(), readProjectSetup(project.id)]);
    if (setup === undefined) return { label: 'Not set up', type: 'default' };
    const facts = await readBadge(jiraAsUser, setup, settings, issue.id);
    if (settings === undefined && facts.about === 'other') return { label: 'Not set up', type: 'default' };
    return lozengeOf(facts);
  } catch (error) {
    await noteError('badge', error, { workOf: 'person' });
    return { label: 'Open to see', type: 'default' };
  }
}

function lozengeOf(facts: BadgeFacts): Lozenge {
  switch (facts.about) {
    case 'bypass':
      return { label: 'Past Ready, not ready', type: 'removed' };
    case 'unassessed':
      return facts.hint ? { label: 'Unassessed, hint', type: 'new' } : { label: 'Unassessed', type: 'default' };
    case 'changed':
      return { label: 'Changed since', type: 'inprogress' };
    case 'notRelevant':
      return { label: 'Not relevant', type: 'default' };
    case 'other':
      return { label: 'Not assessed here', type: 'default' };
    case 'relevant':
      return facts.missing === 0
        ? { label: 'Relevant, ready', type: 'success' }
        : { label: `Relevant, ${facts.missing} missing`, type: 'moved' };
    case 'risk':
      if (facts.level === undefined) return { label: 'Not scored', type: 'default' };
      return {
        label: facts.score === undefined ? facts.level : `${facts.level} ${facts.score}`,
        type: facts.level === 'Critical' ? 'removed' : facts.level === 'High' ? 'moved' : 'default',
      };
  }
}
