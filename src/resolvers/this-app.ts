/**
 * Which app this is and in which environment it runs, as Forge says.
 * https://developer.atlassian.com/platform/forge/runtime-reference/app-context-api/
 */
import { getAppContext } from '@forge/api';
import type { AppIdentity } from '../setup/gate/our-rule';

export function thisApp(): AppIdentity {
  const { appAri, environmentAri } = getAppContext();
  // The bare id, whether or not Forge writes it with what stands before it in an address.
  return { appId: lastPart(appAri.appId), environmentId: lastPart(environmentAri.environmentId) };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
