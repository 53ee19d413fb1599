/** What the gadget asks for itself. */
import * as v from 'valibot';
import { readSetupInSight } from '../commands/read-setup-in-sight';
import type { Operations } from './define';

export const gadgetOperations: Pick<Operations, 'getSetupInSight'> = {
  getSetupInSight: {
    payload: v.object({}),
    // Which projects the person may browse is asked of Jira, as that person, before anything is shown.
    demands: () => ({ demand: 'signedIn' }),
    run: ({ jira }) => readSetupInSight(jira),
  },
};
