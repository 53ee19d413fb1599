/**
 * `POST /__forge/bridge`: how the host page hands a bridge command to the server. The server says who asks (its session),
 * never the page.
 */
import * as v from 'valibot';
import { messageOf } from './errors';
import type { LocalForge } from './local-forge';

const bridgeRequest = v.object({
  cloudId: v.string(),
  moduleKey: v.string(),
  extension: v.record(v.string(), v.unknown()),
  command: v.string(),
  payload: v.optional(v.unknown()),
});

/**
 * Answers one request of browser/host.ts: `{ value }` or, with status 200 too, `{ error: { message } }`, which becomes the
 * rejection that the page sees.
 * @param accountId who is signed in, by the server's own session
 */
export async function answerBridgeRequest(
  forge: LocalForge,
  request: Request,
  accountId: string | undefined,
): Promise<Response> {
  const parsed = v.safeParse(bridgeRequest, await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({ error: { message: 'Not a bridge request.' } }, { status: 400 });
  const { cloudId, moduleKey, extension, command, payload } = parsed.output;
  const site = forge.sites.find((candidate) => candidate.cloudId === cloudId);
  if (site === undefined) return Response.json({ error: { message: `No site ${cloudId}.` } }, { status: 404 });
  try {
    const value = await forge.bridge(site, { moduleKey, accountId, extension }, command, payload);
    return Response.json({ value });
  } catch (error) {
    return Response.json({ error: { message: messageOf(error) } });
  }
}
