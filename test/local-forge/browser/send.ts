/** Hands a bridge command to the server (bridge-endpoint.ts). */
import * as v from 'valibot';

export interface ServerCommand {
  readonly cloudId: string;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly command: string;
  readonly payload: unknown;
}
export type SendToServer = (command: ServerCommand) => Promise<unknown>;

const answer = v.union([
  v.object({ error: v.object({ message: v.string() }) }),
  v.object({ value: v.optional(v.unknown()) }),
]);

/** POST /__forge/bridge. @throws Error with the message the page is to see. */
export const sendToServer: SendToServer = async (command) => {
  const response = await fetch('/__forge/bridge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  const parsed = v.safeParse(answer, await response.json().catch(() => undefined));
  if (!parsed.success) throw new Error(`The local server answered ${response.status} to a bridge command.`);
  if ('error' in parsed.output) throw new Error(parsed.output.error.message);
  return parsed.output.value;
};
