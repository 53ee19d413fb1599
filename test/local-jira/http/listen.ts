import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { AddressInfo } from 'node:net';
import { ConnectionLost } from './faults';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a fetch handler on 127.0.0.1. A connection cut by an injected fault is really cut. */
export async function listenOn(fetch: (request: Request) => Promise<Response>, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: async (request: Request, bindings: unknown) => {
      try {
        return await fetch(request);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        (bindings as HttpBindings).outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
