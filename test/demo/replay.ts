/**
 * Does one step after the other, each as the person and at the time the history says.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import type { LocalJira } from '../local-jira';
import { adf, type Block } from './adf';
import type { Doors } from './doors';
import { PEOPLE } from './people';
import { chooseApprovers, runSetup } from './run-setup';
import type { SiteIds } from './site-people';
import type { MadeIssue, RiskFacts, Step } from './step';
import type { Decision } from './stories';
import { freezeReport, writeReport } from './write-report';

export async function replay(jira: LocalJira, doors: Doors, ids: SiteIds, steps: readonly Step[]): Promise<void> {
  const player = new Player(jira, doors, ids);
  for (const step of steps) {
    jira.clock.set(new Date(step.at));
    await player.play(step);
  }
}

class Player {
  readonly #issueIds = new Map<string, string>();
  #setup: SiteSetup | undefined;

  constructor(
    private readonly local: LocalJira,
    private readonly doors: Doors,
    private readonly ids: SiteIds,
  ) {}

  async play(step: Step): Promise<void> {
    const { doors } = this;
    switch (step.do) {
      case 'setUp':
        this.#setup = await runSetup(this.local, doors, [this.ids.projectIds.shop, this.ids.projectIds.loyalty]);
        await chooseApprovers(doors, this.ids.projectIds.shop);
        return;
      case 'count':
        return doors.count();
      case 'make': {
        const made = await doors.jira(step.by, 'POST', '/rest/api/3/issue', {
          fields: this.#newFields(step.key, step.issue),
        });
        this.#remember(step.key, made);
        return;
      }
      case 'makeFromStory': {
        const made = await doors.app(step.by, 'createRisk', {
          storyId: this.#id(step.story),
          verb: 'isExposedTo',
          summary: step.summary,
          idempotencyKey: `demo-world-risk-${step.key}`,
        });
        if (!made.linked) throw new Error(`${step.key} was made but not linked to ${step.story}`);
        this.#remember(step.key, made);
        return;
      }
      case 'rewrite':
        return this.#edit(step.by, step.key, { description: adf(...step.text) });
      case 'edit':
        return this.#edit(step.by, step.key, this.#riskFields(step.facts));
      case 'score': {
        const [likelihood, impact] = step.position;
        await doors.app(step.by, 'scoreRisk', { issueId: this.#id(step.key), kind: step.kind, likelihood, impact });
        return;
      }
      case 'assess':
        if (step.through === 'bulk edit') return this.#edit(step.by, step.key, this.#relevanceFields(step.decision));
        await doors.app(step.by, 'assessRelevance', { issueId: this.#id(step.key), assessment: step.decision });
        return;
      case 'link':
        await doors.jira(step.by, 'POST', '/rest/api/3/issueLink', {
          type: { id: this.#known().linkTypes[step.type].id },
          inwardIssue: { id: this.#id(step.from) },
          outwardIssue: { id: this.#id(step.to) },
        });
        return;
      case 'askAcceptance':
        await doors.app(step.by, 'askAcceptance', {
          issueId: this.#id(step.key),
          justification: step.why,
          until: step.until,
          approver: PEOPLE[step.of].accountId,
          idempotencyKey: `demo-world-ask-${step.key}-${step.round}`,
        });
        return;
      case 'decideAcceptance': {
        const issueId = this.#id(step.key);
        const { open } = await doors.app(step.by, 'readDecisions', { issueId });
        if (open === undefined) throw new Error(`nothing waits on ${step.key}`);
        await doors.app(step.by, 'decideAcceptance', {
          issueId,
          request: open,
          verdict: step.verdict,
          ...(step.note === undefined ? {} : { note: step.note }),
          idempotencyKey: `demo-world-decide-${step.key}-${step.round}`,
        });
        return;
      }
      case 'writeReport':
        return writeReport(doors, step.by, this.ids.projectIds.shop, step.text);
      case 'freezeReport':
        return freezeReport(this.local, doors, step.by, this.ids.projectIds.shop);
      case 'review':
        await doors.app(step.by, 'reviewRisk', {
          issueId: this.#id(step.key),
          note: step.note,
          nextReview: step.nextReview,
          idempotencyKey: `demo-world-review-${step.key}-${step.nextReview}`,
        });
        return;
      case 'move':
        return this.#move(step.by, step.key, step.to);
      case 'comment':
        await doors.jira(step.by, 'POST', `/rest/api/3/issue/${this.#id(step.key)}/comment`, { body: adf(step.text) });
        return;
    }
  }

  async #edit(by: Step['by'], key: string, fields: Record<string, unknown>): Promise<void> {
    if (Object.keys(fields).length === 0) return;
    await this.doors.jira(by, 'PUT', `/rest/api/3/issue/${this.#id(key)}`, { fields });
  }

  async #move(by: Step['by'], key: string, to: string): Promise<void> {
    const path = `/rest/api/3/issue/${this.#id(key)}/transitions`;
    const { transitions } = (await this.doors.jira(by, 'GET', path)) as {
      transitions: readonly { id: string; to: { name: string } }[];
    };
    const transition = transitions.find((candidate) => candidate.to.name === to);
    if (transition === undefined) {
      const offered = transitions.map((candidate) => candidate.to.name).join(', ');
      throw new Error(`${key} cannot be moved to ${to}; offered: ${offered}`);
    }
    await this.doors.jira(by, 'POST', path, { transition: { id: transition.id } });
  }

  #newFields(key: string, issue: MadeIssue): Record<string, unknown> {
    const { type, summary, text, criteria = [], points, labels, parent, sprint, version, assignee } = issue;
    const blocks: Block[] = [...text, ...(criteria.length === 0 ? [] : [{ heading: 'Acceptance criteria' }, criteria])];
    return defined({
      project: { key: key.slice(0, key.indexOf('-')) },
      issuetype: type === 'Security Risk' ? { id: this.#known().riskTypeId } : { name: type },
      summary,
      description: blocks.length === 0 ? undefined : adf(...blocks),
      labels,
      fixVersions: version === undefined ? undefined : [{ name: version }],
      parent: parent === undefined ? undefined : { key: parent },
      assignee: assignee === undefined ? undefined : { accountId: PEOPLE[assignee].accountId },
      [this.ids.storyPointsField]: points,
      [this.ids.sprintField]: sprint === undefined ? undefined : this.ids.sprintIds[sprint],
    });
  }

  #riskFields(facts: RiskFacts): Record<string, unknown> {
    const { fields, options } = this.#known();
    return defined({
      description: facts.text === undefined ? undefined : adf(...facts.text),
      duedate: facts.due,
      [fields.treatment]: facts.treatment === undefined ? undefined : { id: options.treatment[facts.treatment] },
      [fields.riskOwner]: facts.owner === undefined ? undefined : { accountId: PEOPLE[facts.owner].accountId },
      [fields.nextReview]: facts.nextReview,
      [fields.businessImpact]: facts.businessImpact === undefined ? undefined : adf(facts.businessImpact),
      [fields.abuseCase]: facts.abuseCase === undefined ? undefined : adf(...facts.abuseCase),
      [fields.asset]: facts.asset,
      [fields.infoSecReference]: facts.infoSecReference,
    });
  }

  #relevanceFields(decision: Decision): Record<string, unknown> {
    const { fields, options } = this.#known();
    return {
      [fields.securityRelevance]: { id: options.securityRelevance[decision.relevance] },
      [fields.relevanceReason]:
        decision.relevance === 'relevant' ? null : { id: options.relevanceReason[decision.reason] },
    };
  }

  /** Jira numbers issues itself; a number that differs from the world's would put every later one wrong. */
  #remember(key: string, made: unknown): void {
    const { id, key: given } = made as { id: string; key: string };
    if (given !== key) throw new Error(`Jira gave ${given} where the demo world has ${key}`);
    this.#issueIds.set(key, id);
  }

  #id(key: string): string {
    const id = this.#issueIds.get(key);
    if (id === undefined) throw new Error(`${key} is not made yet`);
    return id;
  }

  #known(): SiteSetup {
    if (this.#setup === undefined) throw new Error('Shift-Up is not set up yet at this point of the history');
    return this.#setup;
  }
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
