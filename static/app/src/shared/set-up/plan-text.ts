/**
 * A plan as text, for a ticket or a mail to somebody who has to agree to it. Pure.
 */
import type { GuideStep, PlanItem, ProjectPlan, SetupPlan } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount, plural } from '../strings/fill';
import { guideWords } from './guide-words';
import { happensTo, plainText } from './happens';
import { partHappens } from './part-words';
import { countActions, groupsOf, itemsOfProject, siteItems, SUM_ORDER } from './plan-groups';
import { partOf } from './run-lines';

const words = setUp.plan;

/** @param day today as people write it */
export function planText(plan: SetupPlan, day: string): string {
  return [
    fill(words.copyTitle, { day }),
    sumText(siteItems(plan.items)),
    ...groupsOf(plan.items).flatMap((group) => [
      '',
      `${words.groups[group.id]} (${formatCount(group.items.length)})`,
      ...group.items.map(itemText),
    ]),
    ...plan.projects.flatMap((project) => projectText(project, itemsOfProject(plan.items, project.project.id))),
  ].join('\n');
}

/** "23 to create, 2 to adopt, 1 conflict" */
export function sumText(items: readonly PlanItem[]): string {
  const counts = countActions(items);
  return SUM_ORDER.filter((action) => counts[action] > 0)
    .map((action) => plural(words.sums[action], counts[action]))
    .join(', ');
}

function itemText(item: PlanItem): string {
  return `- ${item.name}: ${actionWord(item)}. ${plainText(happensTo(item))}${decidedText(item)}`;
}

export function actionWord({ action, blocked }: PlanItem): string {
  return blocked === undefined ? words.actions[action] : words.actions.blocked;
}

function decidedText({ action, conflict }: PlanItem): string {
  if (action !== 'conflict' || conflict === undefined) return '';
  const decided =
    conflict.chosen === 'otherName'
      ? fill(setUp.conflict.otherName, { name: conflict.otherName })
      : `${conflict.their.name} (${conflict.their.id})`;
  return `. ${decided}`;
}

function projectText({ project, teamManaged, guide = [] }: ProjectPlan, items: readonly PlanItem[]): readonly string[] {
  const kind = teamManaged ? setUp.projects.teamManagedOf : setUp.projects.companyManagedOf;
  return [
    '',
    `${project.name} (${fill(kind, { key: project.key })})`,
    ...guide.map(guideText),
    ...items.map((item) => {
      const part = partOf(item.step);
      const name = part === undefined ? item.name : setUp.projects.parts[part];
      return `- ${name}: ${actionWord(item)}. ${partHappens(item)}`;
    }),
  ];
}

function guideText(step: GuideStep): string {
  return `- [${step.state === 'done' ? 'x' : ' '}] ${guideWords(step)}`;
}
