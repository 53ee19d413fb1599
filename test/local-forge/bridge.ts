/**
 * The server's side of @forge/bridge: the two commands of a page that need one. All others are answered in the host page
 * (browser/host.ts).
 */
import * as v from 'valibot';
import { NotInstalledError, NotServedError } from './errors';
import { requestJira } from './product-fetch';
import type { PageContext, Resolvers } from './resolvers';
import type { Site } from './site';

const invokePayload = v.object({
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  metadata: v.optional(v.unknown()),
});

/** As @forge/bridge out/fetch/fetch.js sends it. */
const fetchPayload = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.object({
    method: v.optional(v.string(), 'GET'),
    body: v.optional(v.nullable(v.string())),
    headers: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
  }),
  isMultipartFormData: v.optional(v.boolean()),
});

/** One call of a page; `path` of a product request without its query, so that nothing typed by a person is kept. */
export interface BridgeEntry {
  readonly cloudId: string;
  readonly moduleKey: string;
  readonly command: string;
  readonly operation: string;
}

export class Bridge {
  readonly entries: BridgeEntry[] = [];

  constructor(private readonly resolvers: Resolvers) {}

  /**
   * Answers `invoke` and `fetchProduct`.
   * @throws NotServedError for any other command, product or form of these two.
   * @throws what the function threw, as the page sees it.
   */
  async call(site: Site, page: PageContext, command: string, payload: unknown): Promise<unknown> {
    switch (command) {
      case 'invoke': {
        const { functionKey, payload: given, metadata } = v.parse(invokePayload, payload);
        if (metadata !== undefined) throw new NotServedError('invoke with metadata');
        this.#record(site, page, command, functionKey);
        return this.resolvers.invoke(site, { ...page, functionKey, payload: given });
      }
      case 'fetchProduct': {
        const request = v.parse(fetchPayload, payload);
        this.#record(site, page, command, `${request.fetchRequestInit.method} ${request.restPath.split('?')[0] ?? ''}`);
        return fetchAsViewer(site, page, request);
      }
      default:
        throw new NotServedError(`the bridge command ${command}`);
    }
  }

  #record(site: Site, page: PageContext, command: string, operation: string): void {
    this.entries.push({ cloudId: site.cloudId, moduleKey: page.moduleKey, command, operation });
  }
}

/** Always as the viewer: a page has no other identity, and what it may see is what the person may see. */
async function fetchAsViewer(
  site: Site,
  page: PageContext,
  request: v.InferOutput<typeof fetchPayload>,
): Promise<unknown> {
  if (request.product !== 'jira') throw new NotServedError(`requests of a page to ${request.product}`);
  if (!site.installed) throw new NotInstalledError(site.siteUrl);
  if (request.isMultipartFormData === true) throw new NotServedError('uploads by a page');
  if (page.accountId === undefined) throw new NotServedError('pages without a signed-in viewer');
  const { method, body, headers } = request.fetchRequestInit;
  const response = await requestJira(site, { type: 'user', accountId: page.accountId }, request.restPath, {
    method,
    body: body ?? null,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
  const answer = {
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
  };
  const isAttachment = response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
  if (!isAttachment) return { ...answer, body: await response.text(), isAttachment };
  return { ...answer, body: Buffer.from(await response.arrayBuffer()).toString('base64'), isAttachment };
}
