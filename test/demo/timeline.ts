/**
 * The world's history as steps in the order in which they happened, so that a replay gives every issue its dates, its
 * number and its changelog. Pure.
 */
import { at, daysLater, during, later, madeAt, SET_UP_DAY } from './calendar';
import type { PersonName } from './people';
import { riskSteps } from './risk-steps';
import type { Step } from './step';
import { storySteps } from './story-steps';
import {
  BACK_OFFICE_ISSUES,
  COMMENTS,
  EPICS,
  FINISHED,
  FURTHER_STORIES,
  LOYALTY_STORIES,
  PROJECTS,
  RISKS,
  shopKey,
  STORIES,
} from './world';

/** Everything that happened, oldest first. */
export function timeline(): readonly Step[] {
  const steps = [
    { at: at(SET_UP_DAY, 14 * 60), by: 'tomasz', do: 'setUp' } satisfies Step,
    ...Object.entries(EPICS).map(([number, name]) => epic(Number(number), name)),
    ...FINISHED.flatMap(finishedSteps),
    ...RISKS.flatMap(riskSteps),
    ...STORIES.flatMap(storySteps),
    ...COMMENTS.map((comment, index): Step => ({
      at: during(comment.on, comment.issue + index),
      by: comment.by,
      do: 'comment',
      key: shopKey(comment.issue),
      text: comment.text,
    })),
    ...loyaltySteps(),
    ...backOfficeSteps(),
    ...furtherSteps(),
  ];
  // The sort is stable: steps of one instant keep the order in which they were written.
  return steps.sort((a, b) => a.at - b.at);
}

function epic(number: number, summary: string): Step {
  return {
    at: madeAt(number),
    by: 'mara',
    do: 'make',
    key: shopKey(number),
    issue: { type: 'Epic', summary, text: [] },
  };
}

function finishedSteps(issue: (typeof FINISHED)[number]): Step[] {
  const key = shopKey(issue.number);
  const by: PersonName = issue.type === 'Story' ? 'mara' : 'jonas';
  return [
    {
      at: madeAt(issue.number),
      by,
      do: 'make',
      key,
      issue: { type: issue.type, summary: issue.summary, text: [], assignee: 'jonas' },
    },
    { at: daysLater(madeAt(issue.number), issue.days), by: 'jonas', do: 'move', key, to: 'Done' },
  ];
}

function loyaltySteps(): Step[] {
  const first = at('2026-09-01', 10 * 60);
  return LOYALTY_STORIES.map(({ summary, text, points }, index): Step => ({
    at: daysLater(first, index * 3),
    by: 'mara',
    do: 'make',
    key: `${PROJECTS.loyalty.key}-${index + 1}`,
    issue: { type: 'Story', summary, text: [text], points },
  }));
}

function backOfficeSteps(): Step[] {
  const first = at('2026-08-03', 9 * 60);
  return BACK_OFFICE_ISSUES.flatMap((summary, index): Step[] => {
    const key = `${PROJECTS.backOffice.key}-${index + 1}`;
    const made = daysLater(first, index * 7);
    const make: Step = { at: made, by: 'tomasz', do: 'make', key, issue: { type: 'Task', summary, text: [] } };
    return index % 3 === 0 ? [make, { at: later(made, 3000), by: 'tomasz', do: 'move', key, to: 'Done' }] : [make];
  });
}

function furtherSteps(): Step[] {
  const first = at('2026-09-02', 11 * 60);
  return Object.entries(FURTHER_STORIES).flatMap(([name, summaries]) =>
    summaries.map((summary, index): Step => ({
      at: daysLater(first, index * 5),
      by: 'mara',
      do: 'make',
      key: `${PROJECTS[name as keyof typeof PROJECTS].key}-${index + 1}`,
      issue: { type: 'Story', summary, text: [] },
    })),
  );
}
