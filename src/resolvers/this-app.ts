/**
 * Which app this is and in which environment it runs, as Forge says.
 * https://developer.atlassian.com/platform/forge/runtime-reference/app-context-api/
 */
import { getAppContext } from '@forge/api';
import * as v from 'valibot';
import type { AppFacts } from '../contract/support';
import type { AppIdentity } from '../setup/gate/our-rule';

export function thisApp(): AppIdentity {
  const { appAri, environmentAri } = getAppContext();
  // The bare id, whether or not Forge writes it with what stands before it in an address.
  return { appId: lastPart(appAri.appId), environmentId: lastPart(environmentAri.environmentId) };
}

const text = v.fallback(v.string(), '');
const contextSchema = v.object({
  appVersion: text,
  environmentType: text,
  installationAri: v.fallback(v.object({ installationId: text }), { installationId: '' }),
  installation: v.fallback(v.object({ contexts: v.array(v.object({ cloudId: text })) }), { contexts: [] }),
  license: v.fallback(
    v.optional(v.object({ active: v.optional(v.boolean()), isActive: v.optional(v.boolean()) })),
    undefined,
  ),
});

/** Ids and words of Forge; of a person nothing. What it does not say is empty. */
export function appFacts(): AppFacts {
  const { appId, environmentId } = thisApp();
  const { appVersion, environmentType, installationAri, installation, license } = v.parse(
    contextSchema,
    getAppContext(),
  );
  const isOff = license?.active === false || license?.isActive === false;
  return {
    version: appVersion,
    environment: environmentType,
    environmentId,
    appId,
    installationId: lastPart(installationAri.installationId),
    cloudId: installation.contexts[0]?.cloudId ?? '',
    licence: license === undefined ? 'none' : isOff ? 'inactive' : 'active',
  };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
