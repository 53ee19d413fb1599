import { useEffect, useState } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { ProjectSetup, SiteSetup } from '../../../../../../src/domain/site-setup';
import { suggestRisks } from '../../../../../../src/reads/risk-suggestions';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { appErrorOf } from '../../../shared/app-error';
import { jiraAsViewer } from '../../../shared/bridge';
import type { DialogContext } from '../panel-context';

/** Long enough to finish a word. */
const PAUSE_MS = 250;

export interface Suggestions {
  /** The text the rows belong to; they stay in view while the next ones are on their way. */
  readonly text: string;
  readonly rows: readonly RiskSuggestion[];
  readonly error: AppError | undefined;
}

/** The ids of the site, and the story's project, which may have ids of its own. */
export interface RiskIds {
  readonly setup: SiteSetup;
  readonly project: ProjectSetup | undefined;
}

/** Open risks for what was typed; the highest of the project for nothing typed. `undefined` until the first answer. */
export function useSuggestions(
  { setup, project }: RiskIds,
  context: DialogContext,
  typed: string,
): { readonly found: Suggestions | undefined; readonly searching: boolean; readonly retry: () => void } {
  const [found, setFound] = useState<Suggestions>();
  const [attempt, setAttempt] = useState(0);
  const text = typed.trim();
  useEffect(() => {
    let over = false;
    const ask = async () => {
      try {
        const rows = await suggest({ setup, project }, context, text);
        if (!over) setFound({ text, rows, error: undefined });
      } catch (error) {
        if (!over) setFound({ text, rows: [], error: appErrorOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [setup, project, context, text, attempt]);
  return {
    found,
    searching: found?.text !== text,
    retry: () => {
      setFound(undefined);
      setAttempt(attempt + 1);
    },
  };
}

/** Linked risks stay among the rows, ticked and locked; only the issue itself is left out. */
export function suggest(
  { setup, project }: RiskIds,
  context: DialogContext,
  text: string,
): Promise<readonly RiskSuggestion[]> {
  const { projectId, projectKey, storyId } = context;
  return suggestRisks(jiraAsViewer, setup, { project, text, projectId, projectKey, excludeIssueIds: [storyId] });
}
