/**
 * Before the app is uninstalled: takes our validator out of every workflow. Jira keeps an attached rule, can no longer
 * ask us, and would refuse those transitions for everybody.
 *
 * Forge waits at most 55 seconds, without a user, and ignores what comes of it: best effort, no more. The page says so,
 * and offers to detach before.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger/
 */
import { thisApp } from '../resolvers/this-app';
import { jiraAsApp } from '../resolvers/jira-request';
import { logFailure } from '../resolvers/log';
import { detachEverywhere } from '../setup/gate/detach-gate';

/** Never throws. */
export async function beforeUninstall(): Promise<void> {
  try {
    // As the app, without a person: it only ever takes out what the app itself put in.
    const { failed } = await detachEverywhere({
      jira: jiraAsApp,
      workflows: jiraAsApp,
      jiraAdmin: true,
      app: thisApp(),
      newId: () => '',
    });
    for (const { error } of failed) logFailure({ operation: 'beforeUninstall', code: error.code });
  } catch (error) {
    logFailure({
      operation: 'beforeUninstall',
      code: 'internal',
      error: error instanceof Error ? error.name : typeof error,
    });
  }
}
