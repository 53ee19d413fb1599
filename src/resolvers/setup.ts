/** Looking up what set-up recorded, and running it. */
import * as v from 'valibot';
import { appErrorOf, Refusal } from '../commands/refusal';
import { planSetup, runStep } from '../setup/apply';
import { stepNamed } from '../setup/step-name';
import { readProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';
import type { Operations } from './define';
import { logFailure } from './log';
import { projectIds, stepName } from './payloads';

export const setupOperations: Pick<Operations, 'getSetup' | 'planSetup' | 'runSetupStep'> = {
  getSetup: {
    payload: v.object({ projectIds }),
    demands: () => ({ demand: 'signedIn' }),
    run: async (_caller, payload) => {
      const ids = [...new Set(payload.projectIds)];
      const [site, projects] = await Promise.all([readSiteSetup(), Promise.all(ids.map(readProjectSetup))]);
      return { site, projects: projects.filter((project) => project !== undefined) };
    },
  },
  planSetup: {
    payload: v.object({ projectIds }),
    demands: () => ({ demand: 'jiraAdmin' }),
    run: ({ jira }, payload) => planSetup(jira, payload.projectIds),
  },
  runSetupStep: {
    payload: v.object({ step: stepName, projectIds }),
    demands: () => ({ demand: 'jiraAdmin' }),
    run: async ({ jira }, payload) => {
      const step = stepNamed(payload.step);
      if (step === undefined) throw new Refusal('invalid-input');
      // A step of a project that is not among those chosen was not meant.
      if (step.part === 'project' && !payload.projectIds.includes(step.projectId)) throw new Refusal('invalid-input');
      try {
        const error = await runStep(jira, step);
        return error === undefined
          ? { step: payload.step, state: 'done' }
          : { step: payload.step, state: 'failed', error };
      } catch (cause) {
        const error = appErrorOf(cause);
        if (error === undefined) throw cause;
        logFailure({ operation: 'runSetupStep', code: error.code, call: payload.step });
        return { step: payload.step, state: 'failed', error };
      }
    },
  },
};
