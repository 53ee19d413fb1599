/**
 * Writes our validator into workflows so that it acts on each transition for exactly the projects that it should.
 */
import { Refusal } from '../../commands/refusal';
import type { GateProject } from '../../domain/gate-rule';
import type { SiteSetup } from '../../domain/site-setup';
import { forgeRulesFor } from '../../jira/workflow-capabilities';
import { updateWorkflows, type WholeWorkflow, type WorkflowTransition } from '../../jira/workflow-update';
import { configText, gateExtension, projectIdsOn, withGate } from './our-rule';
import { projectsActedFor, readBlocking, type GateContext } from './standing-gate';

/** Jira takes up to twenty workflows in one update. */
const WORKFLOWS_PER_UPDATE = 20;

/**
 * For which projects the rule should act on a transition, given those for which it does. Projects that do not block are
 * left out afterwards, whatever this says.
 */
export type Wanted = (
  whole: WholeWorkflow,
  transition: WorkflowTransition,
  standing: readonly string[],
) => readonly string[];

/**
 * The changed workflows, not written yet.
 * @param site `undefined` where set-up has not run: then our rule can only be taken out.
 * @param asking the project that this is about, which may not be in any rule yet.
 * @throws Refusal `conflict` when Jira does not offer our rule for a workflow; `jira-refused` when too many projects share one.
 * JiraError
 */
export async function rewritten(
  context: GateContext,
  site: SiteSetup | undefined,
  workflows: readonly WholeWorkflow[],
  asking: string | undefined,
  wanted: Wanted,
): Promise<readonly WholeWorkflow[]> {
  const { app } = context;
  const acted = projectsActedFor(app, workflows);
  const blocking =
    site === undefined
      ? new Map<string, GateProject>()
      : await readBlocking(site, [...new Set([...acted, ...(asking === undefined ? [] : [asking])])]);
  const changed: WholeWorkflow[] = [];
  for (const whole of workflows) {
    if (!whole.workflow.isEditable) continue;
    const projectsOf = (transition: WorkflowTransition): readonly GateProject[] => {
      const ids = wanted(whole, transition, projectIdsOn(app, transition));
      return [...new Set(ids)].flatMap((id) => blocking.get(id) ?? []);
    };
    const needed = whole.workflow.transitions.some((transition) => projectsOf(transition).length > 0);
    const extension = needed ? await extensionFor(context, whole) : '';
    const transitions = whole.workflow.transitions.map((transition) => {
      const projects = projectsOf(transition);
      if (site === undefined || projects.length === 0) return withGate(app, transition, undefined);
      return withGate(app, transition, { extension, config: configText(site, projects), newId: context.newId });
    });
    if (JSON.stringify(transitions) !== JSON.stringify(whole.workflow.transitions)) {
      changed.push({ ...whole, workflow: { ...whole.workflow, transitions } });
    }
  }
  return changed;
}

async function extensionFor({ workflows, app }: GateContext, { workflow }: WholeWorkflow): Promise<string> {
  const extension = gateExtension(app, await forgeRulesFor(workflows, workflow.id));
  if (extension === undefined) throw new Refusal('conflict');
  return extension;
}

/** Writes them with the versions that were read. @throws JiraError; `conflict` when one was changed meanwhile. */
export async function writeAll({ workflows }: GateContext, changed: readonly WholeWorkflow[]): Promise<void> {
  for (let start = 0; start < changed.length; start += WORKFLOWS_PER_UPDATE) {
    await updateWorkflows(workflows, changed.slice(start, start + WORKFLOWS_PER_UPDATE));
  }
}
