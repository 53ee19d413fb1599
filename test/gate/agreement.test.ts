/** The expression in the manifest, as Jira evaluates it, and the rule in src/domain: the same answer to any issue. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import { gateAnswer, gateConfig, gateProject, type GateFacts } from '../../src/domain/gate-rule';
import { DEFAULT_CHECKS } from '../../src/domain/project-settings';
import { path as jiraPath } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { rest } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';
import { save, settingsSite } from '../settings/settings-site';
import { attach, tryTo } from './gate-site';

capturedLog();

interface Manifest {
  readonly modules: {
    readonly 'jira:workflowValidator': readonly { readonly key: string; readonly expression: string }[];
  };
}
const manifest = parse(readFileSync(path.resolve(__dirname, '../../manifest.yml'), 'utf8')) as Manifest;

test('the expression keeps within what Jira documents for expressions', () => {
  const [gate] = manifest.modules['jira:workflowValidator'];
  expect(gate?.key).toBe('security-gate');
  expect(gate?.expression.length).toBeLessThanOrEqual(1000);
});

test.each([
  ['an answer is asked for', 'required', ['passes', 'unanswered', 'unassessed']],
  ['only the assessment is asked for', 'off', ['passes', 'unassessed']],
] as const)(
  'Jira and the rule agree about any issue of a shared workflow: %s',
  async (_name, answer, answers) => {
    const site = await settingsSite();
    const { state } = site.jira;
    const bank = addProject(state, { key: 'BANK', name: 'Bank', leadAccountId: site.people.mara });
    grant(state, bank, site.people.deniz, 'member');
    const { workflowSchemeId } = state.projects.require(site.project.id);
    state.projects.put({ ...state.projects.require(bank.id), workflowSchemeId });
    await site.runSetup([bank.id]);
    await save(site, site.people.admin, {}, { projectId: bank.id, storyTypeIds: [ISSUE_TYPE.story, ISSUE_TYPE.bug] });
    await attach(site, site.people.admin, ['In Progress']);
    // Saved after the rule was attached: the rule follows.
    await save(site, site.people.admin, { gate: 'block', checks: { ...DEFAULT_CHECKS, answer } });
    const setup = await site.setup();
    const projects = [await site.projectSetup(), await site.projectSetup(bank.id)];
    // Only SHOP blocks.
    const config = gateConfig(
      setup,
      projects.slice(0, 1).flatMap((project) => gateProject(setup, project) ?? []),
    );

    const { fields, options, linkTypes } = setup;
    const foreign = state.fieldOptions.put({
      id: state.nextId('option'),
      fieldId: fields.securityRelevance,
      contextId: state.fieldOptions.require(options.securityRelevance.relevant).contextId,
      value: 'Perhaps',
      disabled: false,
      position: 9,
    }).id;
    const blocks = state.linkTypes.find(({ name }) => name === 'Blocks')?.id ?? '';
    const linkTypeIds = [...Object.values(linkTypes).map(({ id }) => id), blocks];
    const other = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Other' });

    const facts = fc.record({
      projectId: fc.constantFrom(site.project.id, site.project.id, bank.id),
      // Stories above all: what is none always passes.
      typeId: fc.constantFrom(ISSUE_TYPE.story, ISSUE_TYPE.story, ISSUE_TYPE.story, ISSUE_TYPE.task, ISSUE_TYPE.bug),
      relevanceOptionId: fc.constantFrom(undefined, foreign, ...Object.values(options.securityRelevance)),
      links: fc.uniqueArray(
        fc.record({ typeId: fc.constantFrom(...linkTypeIds), direction: fc.constantFrom('inward', 'outward') }),
        { maxLength: 3, selector: ({ typeId, direction }) => `${typeId}/${direction}` },
      ),
    }) as fc.Arbitrary<Omit<GateFacts, 'isNew'>>;

    const bare = site.jira.snapshot();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(facts, async (issueFacts) => {
        site.jira.restore(structuredClone(bare));
        const { projectId, typeId, relevanceOptionId, links } = issueFacts;
        const issue = await site.issue({
          project: { id: projectId },
          issuetype: { id: typeId },
          summary: 'Any',
          ...(relevanceOptionId === undefined ? {} : { [fields.securityRelevance]: { id: relevanceOptionId } }),
        });
        for (const link of links) {
          const [from, to] = link.direction === 'outward' ? [issue, other] : [other, issue];
          await rest(site.as(site.people.deniz), 'POST', jiraPath`/rest/api/3/issueLink`, {
            type: { id: link.typeId },
            inwardIssue: { id: from.id },
            outwardIssue: { id: to.id },
          });
        }
        const refusal = gateAnswer(config, { ...issueFacts, isNew: false });
        seen.add(refusal ?? 'passes');
        const attempt = await tryTo(site.as(site.people.deniz), issue, 'In Progress');
        expect(attempt).toEqual(
          refusal === undefined ? { status: 204, messages: [] } : { status: 400, messages: [GATE_MESSAGE[refusal]] },
        );
      }),
      { numRuns: 100 },
    );
    // Every answer was met.
    expect([...seen].sort()).toEqual(answers);
    site.close();
  },
  60_000,
);
