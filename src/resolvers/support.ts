/** What a Jira admin hands on when something does not work. */
import * as v from 'valibot';
import { readSupport } from '../commands/read-support';
import type { Operations } from './define';
import { id } from './payloads';
import { appFacts } from './this-app';

export const supportOperations: Pick<Operations, 'getSupport'> = {
  getSupport: {
    payload: v.object({ after: v.exactOptional(id) }),
    demands: () => ({ demand: 'jiraAdmin' }),
    run: ({ now }, { after }) => readSupport({ app: appFacts(), now, ...(after === undefined ? {} : { after }) }),
  },
};
