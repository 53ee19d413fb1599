/**
 * Where a function's requests to the platform go.
 */
import { NotServedError } from './errors';
import { answerKvs } from './kvs/api';
import { fetchProduct, proxyError } from './product-fetch';
import type { Queues } from './queue';
import type { Invocation } from './runtime';

/** Makes the `fetch` of an invocation. */
export function platformFetch(queues: Queues, invocation: () => Invocation): Invocation['fetch'] {
  return async (target, path, init) => {
    switch (target.type) {
      case 'kvs':
        return answerKvs(invocation().site.kvs, invocation().scopes, path, init?.body);
      case 'fpp':
        if (target.remote !== 'stargate') return fetchProduct(invocation(), target, path, init);
        if (path.startsWith('/webhook/queue/')) return queues.answer(invocation(), path, init?.body);
        throw new NotServedError(`${init?.method ?? 'GET'} ${path} of the Atlassian platform (GraphQL and the like)`);
      // @forge/api turns these two into InvalidRemoteError and InvalidContainerServiceError, which name the key.
      case 'frc':
        return proxyError(400, 'INVALID_REMOTE');
      case 'fcc':
        return proxyError(400, 'INVALID_SERVICE_KEY');
      default:
        throw new NotServedError(`requests of type ${target.type} (${target.remote ?? path})`);
    }
  };
}
