/**
 * Risks of Web Shop that break the rules which the demo's own register keeps.
 */
import { openDoors } from '../demo/doors';
import { PEOPLE } from '../demo/people';
import type { RiskStatusKey } from '../../src/domain/site-setup';
import type { Rating } from '../../src/domain/level';
import { addUser, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { shopOf } from './settings-page';
import type { Stage } from './stage';

interface Broken {
  readonly summary: string;
  readonly status: RiskStatusKey;
  readonly inherent?: readonly [Rating, Rating];
  readonly residual?: readonly [Rating, Rating];
  readonly owner?: 'left';
  /** Statuses of its enablers. */
  readonly enablers?: readonly (keyof typeof STATUS)[];
}

const BROKEN: readonly Broken[] = [
  { summary: 'Owner has left', status: 'assessed', owner: 'left' },
  { summary: 'Accepted for ever', status: 'accepted' },
  { summary: 'Grew by treatment', status: 'assessed', inherent: [2, 2], residual: [4, 4] },
  { summary: 'Hoped to be small', status: 'inTreatment', inherent: [4, 4], residual: [1, 2], enablers: ['toDo'] },
  { summary: 'Nobody works on it', status: 'inTreatment' },
  { summary: 'Closed too early', status: 'closed', enablers: ['done', 'inProgress'] },
];

/** One risk for each of those rules, owned and reviewed unless the rule is about that. */
export async function breakRules(stage: Stage): Promise<void> {
  const { jira, forge, site } = stage.server;
  const shop = shopOf(stage);
  const { site: setup } = await openDoors(jira, forge, site).app('deniz', 'getSetup', { projectIds: [shop.id] });
  if (setup?.riskStatusIds === undefined) throw new Error('the demo is not set up');
  const { fields, options, riskTypeId, riskStatusIds, linkTypes } = setup;
  const left = addUser(jira.state, { displayName: 'Lena Fortgegangen' });
  jira.state.users.put({ ...jira.state.users.require(left.id), active: false });
  const risks = BROKEN.map(({ summary, status, inherent, residual, owner }) => ({
    projectId: shop.id,
    typeId: riskTypeId,
    summary,
    statusId: riskStatusIds[status],
    custom: {
      [fields.riskOwner]: owner === 'left' ? left.id : PEOPLE.deniz.accountId,
      [fields.nextReview]: '2027-02-01',
      ...(inherent === undefined
        ? {}
        : {
            [fields.likelihood]: options.likelihood[inherent[0]],
            [fields.impact]: options.impact[inherent[1]],
            [fields.riskLevel]: options.riskLevel[inherent[0] === 2 ? 'Low' : 'High'],
          }),
      ...(residual === undefined
        ? {}
        : {
            [fields.residualLikelihood]: options.residualLikelihood[residual[0]],
            [fields.residualImpact]: options.residualImpact[residual[1]],
            [fields.residualLevel]: options.residualLevel[residual[0] === 4 ? 'High' : 'Low'],
          }),
    },
  }));
  const enablers = BROKEN.flatMap(({ summary, enablers: statuses = [] }, risk) =>
    statuses.map((status, index) => ({ risk, status, summary: `${summary}: work ${index + 1}` })),
  );
  jira.bulkLoad(
    [
      ...risks,
      ...enablers.map(({ status, summary }) => ({
        projectId: shop.id,
        typeId: ISSUE_TYPE.task,
        summary,
        statusId: STATUS[status],
      })),
    ],
    enablers.map(({ risk }, index) => ({
      typeId: linkTypes.mitigates.id,
      source: BROKEN.length + index,
      destination: risk,
    })),
  );
}

/** So many open risks of the Loyalty App that nobody owns, each hoped to be smaller than it is. */
export async function addManyUnowned(stage: Stage, count: number): Promise<void> {
  const { jira, forge, site } = stage.server;
  const project = jira.state.projects.find(({ key }) => key === 'LOY');
  const { site: setup } = await openDoors(jira, forge, site).app('mara', 'getSetup', { projectIds: [] });
  if (setup === undefined || project === undefined) throw new Error('the demo is not set up');
  const { fields, options, riskTypeId } = setup;
  jira.bulkLoad(
    Array.from({ length: count }, (_, index) => ({
      projectId: project.id,
      typeId: riskTypeId,
      summary: `Found by a scanner (${index + 1})`,
      custom: {
        [fields.likelihood]: options.likelihood[4],
        [fields.impact]: options.impact[4],
        [fields.riskLevel]: options.riskLevel.High,
        [fields.residualLikelihood]: options.residualLikelihood[1],
        [fields.residualImpact]: options.residualImpact[1],
        [fields.residualLevel]: options.residualLevel.Low,
      },
    })),
  );
}
