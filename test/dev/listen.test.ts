import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openPort } from './listen';

const answer: Parameters<typeof openPort>[0] = (_request, response) => {
  response.end('hello');
};

/** A port that somebody else has, on one of the two loopback addresses only. */
async function occupied(host: string): Promise<{ port: number; free: () => Promise<void> } | undefined> {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, host, () => resolve(true));
  });
  if (!listening) return undefined;
  return {
    port: (server.address() as AddressInfo).port,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('opening a port', () => {
  it('moves on from a busy one and says so', async () => {
    const other = (await occupied('127.0.0.1'))!;
    const said: [number, number][] = [];
    const opened = await openPort(answer, other.port, (taken, next) => said.push([taken, next]));
    expect(said[0]).toEqual([other.port, other.port + 1]);
    expect(opened.port).toBeGreaterThan(other.port);
    await opened.close();
    await other.free();
  });

  it('a port taken on ::1 alone is busy too: a browser would go there for "localhost"', async () => {
    const other = await occupied('::1');
    if (other === undefined) {
      console.log('Skipped: this machine has no ::1.');
      return;
    }
    const opened = await openPort(answer, other.port);
    expect(opened.port).toBeGreaterThan(other.port);
    await opened.close();
    await other.free();
  });

  it('does not close a connection by itself, and says no time after which it would', async () => {
    const opened = await openPort(answer, 0);
    const { headers } = await fetch(`http://127.0.0.1:${opened.port}/`);
    expect(headers.get('connection')).toBe('keep-alive');
    expect(headers.get('keep-alive')).toBeNull();
    await opened.close();
  });

  it('answers under both names and frees the port', async () => {
    const opened = await openPort(answer, 0);
    expect(await read(`http://127.0.0.1:${opened.port}/`)).toBe('hello');
    expect(await read(`http://localhost:${opened.port}/`)).toBe('hello');
    await opened.close();
    await expect(read(`http://127.0.0.1:${opened.port}/`)).rejects.toThrow('ECONNREFUSED');
  });
});
