import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectPlan, SetupPlan } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { guideWords } from './guide-words';
import type { PlanOperations } from './operations';
import { guideStepId, openSteps, waitsForPeople } from './plan-changes';
import { useVisible } from './use-visible';

const EVERY_MS = 10_000;

export interface Guides {
  /** The step that was done last, to be announced. */
  readonly news: string;
  /** The last look got no answer. */
  readonly lost: boolean;
}

/** Looks every ten seconds, while the page is in front, whether a step by hand was done; ends when none is open. */
export function useGuides(
  plan: SetupPlan | undefined,
  operations: PlanOperations,
  onLook: (projects: readonly ProjectPlan[]) => void,
  /** A guide that set-up waited for is finished: the plan itself changes. */
  onFinished: () => void,
): Guides {
  const visible = useVisible();
  const [guides, setGuides] = useState<Guides>({ news: '', lost: false });
  const projects = plan?.projects;
  const watched = useMemo(() => (projects ?? []).filter(({ guide }) => openSteps(guide ?? []).length > 0), [projects]);
  const latest = useRef({ watched, onLook, onFinished });
  useEffect(() => {
    latest.current = { watched, onLook, onFinished };
  });
  const ids = watched.map(({ project }) => project.id).join(',');

  useEffect(() => {
    if (ids === '' || !visible) return undefined;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await operations.readGuides(ids.split(','));
      if (left) return;
      if (answer.ok) {
        const { watched: before, onLook: tell, onFinished: finished } = latest.current;
        const news = newsOf(before, answer.value);
        setGuides((last) => ({ news: news ?? last.news, lost: false }));
        tell(answer.value);
        if (finishes(before, answer.value)) finished();
      } else {
        setGuides((last) => ({ ...last, lost: true }));
      }
      timer = setTimeout(() => void look(), EVERY_MS);
    };
    timer = setTimeout(() => void look(), EVERY_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ids, visible, operations]);
  return guides;
}

function newsOf(before: readonly ProjectPlan[], now: readonly ProjectPlan[]): string | undefined {
  const open = new Map(before.map(({ project, guide }) => [project.id, openSteps(guide ?? []).map(guideStepId)]));
  const done = now.flatMap(({ project, guide = [] }) =>
    guide.filter((step) => step.state === 'done' && open.get(project.id)?.includes(guideStepId(step))),
  );
  return done.length === 0 ? undefined : fill(setUp.guide.nowDone, { step: done.map(guideWords).join('; ') });
}

function finishes(before: readonly ProjectPlan[], now: readonly ProjectPlan[]): boolean {
  const waited = new Set(before.filter(waitsForPeople).map(({ project }) => project.id));
  return now.some((project) => waited.has(project.project.id) && !waitsForPeople(project));
}
