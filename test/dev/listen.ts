import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

/** An open port on both names of this machine: 127.0.0.1 and, where the machine has it, ::1. */
export interface OpenPort {
  readonly port: number;
  close(): Promise<void>;
}

const CONNECTION_CLOSING_MS = 2_000;

/**
 * Opens `first`, or the next port that is free on both loopback addresses. Both, because a browser tries ::1 first
 * for "localhost": with another server there, http://localhost:3000 would show that one.
 * Port 0 lets the system choose. Throws when 50 ports in a row are taken.
 *
 * @param busy is told each port that was taken and the one tried next
 */
export async function openPort(
  listener: RequestListener,
  first: number,
  busy: (taken: number, next: number) => void = () => undefined,
): Promise<OpenPort> {
  for (let port = first; port < first + 50 && port <= 65_535; port += 1) {
    const opened = await tryPort(listener, port);
    if (opened !== undefined) return opened;
    busy(port, port + 1);
  }
  throw new Error(`No free port from ${first} to ${first + 49}; name another with --port N.`);
}

async function tryPort(listener: RequestListener, port: number): Promise<OpenPort | undefined> {
  const v4 = await listen(listener, port, '127.0.0.1');
  if (v4 === 'busy') return undefined;
  if (v4 === 'absent') throw new Error('127.0.0.1 is not available on this machine.');
  const chosen = v4.port;
  const v6 = await listen(listener, chosen, '::1');
  if (v6 === 'busy') {
    await closeServer(v4.server);
    // The system chose a port that is taken on the other address: let it choose again.
    return port === 0 ? tryPort(listener, 0) : undefined;
  }
  const servers = v6 === 'absent' ? [v4.server] : [v4.server, v6.server];
  return {
    port: chosen,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

type Listening = { readonly server: Server; readonly port: number } | 'busy' | 'absent';

async function listen(listener: RequestListener, port: number, host: string): Promise<Listening> {
  const server = createServer(listener);
  // Node closes a connection that was idle for five seconds, and what is sent at that very moment is lost. Whoever
  // opened it closes it.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('busy');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent');
      else if (error.code === 'EACCES') reject(new Error(`Port ${port} needs special rights; name one above 1023.`));
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve({ server, port: address.port });
    });
  });
}

/** Stops listening at once, lets running answers finish, and cuts what is still open after two seconds. */
async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CONNECTION_CLOSING_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
