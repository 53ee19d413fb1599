/**
 * The world's history as steps in the order in which they happened, so that a replay gives every issue its dates, its
 * number and its changelog. Pure.
 */
import { daysAfter } from '../../src/domain/day';
import { at, daysLater, during, HISTORY, later, madeAt, NOW, SET_UP_DAY } from './calendar';
import type { PersonName } from './people';
import { DRAFT_REPORT, FROZEN_REPORTS, frozenText } from './reports';
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
    ...countSteps(),
    ...reportSteps(),
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

/** Early in the morning, before anybody is at work. */
function countSteps(): Step[] {
  const { since, until, missed } = HISTORY;
  const days: Step[] = [];
  for (let day: string = since; day <= until; day = daysAfter(day, 1)) {
    if (missed.some((other) => other === day)) continue;
    days.push({ at: at(day, 6 * 60), by: 'tomasz', do: 'count' });
  }
  return days;
}

/** Every two weeks at half past two; the last one is still being written. */
function reportSteps(): Step[] {
  const frozen = FROZEN_REPORTS.flatMap((data): Step[] => [
    { at: at(data.on, 14 * 60 + 25), by: 'mara', do: 'writeReport', text: frozenText(data) },
    { at: at(data.on, 14 * 60 + 30), by: 'mara', do: 'freezeReport' },
  ]);
  return [...frozen, { at: at(NOW.slice(0, 10), 14 * 60), by: 'mara', do: 'writeReport', text: DRAFT_REPORT }];
}
