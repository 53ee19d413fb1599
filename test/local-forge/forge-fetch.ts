/**
 * Where a function's requests to the platform go.
 */
import type { Disturbances } from './disturbances';
import { NotServedError } from './errors';
import { answerKvs } from './kvs/api';
import { platformCall } from './platform-calls';
import { fetchProduct, proxyError } from './product-fetch';
import type { Queues } from './queue';
import type { FetchTarget, Invocation } from './runtime';

/** Makes the `fetch` of an invocation. */
export function platformFetch(
  queues: Queues,
  disturbances: Disturbances,
  invocation: () => Invocation,
): Invocation['fetch'] {
  return (target, path, init) =>
    disturbances.around(invocation(), platformCall(target, path, init), () =>
      carryOut(queues, invocation(), target, path, init),
    );
}

async function carryOut(
  queues: Queues,
  invocation: Invocation,
  target: FetchTarget,
  path: string,
  init: RequestInit | undefined,
): Promise<Response> {
  switch (target.type) {
    case 'kvs':
      return answerKvs(invocation.site.kvs, invocation.scopes, path, init?.body);
    case 'fpp':
      if (target.remote !== 'stargate') return fetchProduct(invocation, target, path, init);
      if (path.startsWith('/webhook/queue/')) return queues.answer(invocation, path, init?.body);
      throw new NotServedError(`${init?.method ?? 'GET'} ${path} of the Atlassian platform (GraphQL and the like)`);
    // @forge/api turns these two into InvalidRemoteError and InvalidContainerServiceError, which name the key.
    case 'frc':
      return proxyError(400, 'INVALID_REMOTE');
    case 'fcc':
      return proxyError(400, 'INVALID_SERVICE_KEY');
    default:
      throw new NotServedError(`requests of type ${target.type} (${target.remote ?? path})`);
  }
}
