/**
 * What happened to one story. Pure.
 */
import { at, during, later, madeAt } from './calendar';
import type { Assessed, StoryData } from './stories';
import type { Step } from './step';
import { shopKey, SPRINTS } from './world';

/** The day on which stories that are in Review got there. */
const REVIEW_DAY = '2026-11-18';

export function storySteps(story: StoryData): Step[] {
  const key = shopKey(story.number);
  const made = madeAt(story.number);
  const by = story.reporter ?? 'mara';
  return [
    { at: made, by, do: 'make', key, issue: madeIssue(story) },
    ...mitigation(story, key, made),
    ...(story.secures ?? []).map((secured): Step => {
      const when = later(Math.max(made, madeAt(secured)), 10);
      return { at: when, by: 'deniz', do: 'link', type: 'secures', from: key, to: shopKey(secured) };
    }),
    ...(story.assessed === undefined ? [] : [assess(story, story.assessed, key, made)]),
    ...rewriting(story, key),
    ...moves(story, key, made),
  ];
}

function madeIssue(story: StoryData): Extract<Step, { do: 'make' }>['issue'] {
  const { summary, text, criteria, points, sprint, assignee, epic, version } = story;
  return {
    type: 'Story',
    summary,
    text,
    ...(criteria === undefined ? {} : { criteria }),
    ...(points === undefined ? {} : { points }),
    ...(sprint === undefined ? {} : { sprint }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(epic === undefined ? {} : { parent: shopKey(epic) }),
    ...(version === undefined ? {} : { version }),
  };
}

function mitigation({ mitigates, linked, number, reporter = 'mara' }: StoryData, key: string, made: number): Step[] {
  if (mitigates === undefined) return [];
  const when = Math.max(later(made, 5), linked === undefined ? 0 : during(linked.on, number));
  return [{ at: when, by: linked?.by ?? reporter, do: 'link', type: 'mitigates', from: key, to: shopKey(mitigates) }];
}

function assess({ number }: StoryData, assessed: Assessed, key: string, made: number): Step {
  const { by, on, ...decision } = assessed;
  // The oldest were assessed together when Shift-Up was new, with Jira's own bulk edit.
  const through =
    decision.relevance === 'notRelevant' && decision.reason !== 'other' && number < 200 ? 'bulk edit' : 'app';
  return { at: Math.max(later(made, 20), during(on, number)), by, do: 'assess', key, decision, through };
}

function rewriting({ rewritten, number }: StoryData, key: string): Step[] {
  if (rewritten === undefined) return [];
  const { by, on, text } = rewritten;
  return [{ at: during(on, number), by, do: 'rewrite', key, text }];
}

function moves(story: StoryData, key: string, made: number): Step[] {
  const { status = 'To Do', ended, number, sprint, assignee: by = 'jonas' } = story;
  const move = (to: string, when: number): Step => ({ at: when, by, do: 'move', key, to });
  const started = Math.max(
    later(made, 30),
    story.started === undefined ? sprintStart(sprint) : during(story.started, number),
  );
  switch (status) {
    case 'To Do':
      return [];
    case 'In Progress':
      return [move('In Progress', started)];
    case 'Review':
      return [move('In Progress', started), move('Review', Math.max(later(started, 60), during(REVIEW_DAY, number)))];
    case 'Done':
    case "Won't do": {
      if (ended === undefined) throw new Error(`${key} is ${status}, but the data does not say since when`);
      return [move(status, at(ended, 16 * 60 + (number % 60)))];
    }
  }
}

function sprintStart(sprint: StoryData['sprint']): number {
  return sprint === undefined ? 0 : at(SPRINTS[sprint].from, 11 * 60);
}
