/**
 * Runs the functions the manifest declares, as Forge does: with its time limit, in a context of its own, and with JSON
 * on both sides.
 */
import path from 'node:path';
import { ProcessKilledError } from './disturbances';
import { FunctionFailedError, LimitExceededError, ManifestError, messageOf, NotInstalledError } from './errors';
import type { InvocationEntry, InvocationKind, InvocationLedger } from './ledger';
import { BACKGROUND_SECONDS, INTERACTIVE_SECONDS, PRE_UNINSTALL_SECONDS } from './limits';
import { appIdOf, type FunctionModule, type Manifest } from './manifest';
import { runInvocation, type Invocation } from './runtime';
import type { Site } from './site';

export type LoadHandlers = () => Promise<Record<string, unknown>>;

/** What to run and for whom. */
export interface FunctionCall {
  readonly site: Site;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly kind: InvocationKind;
  readonly operation: string;
  readonly accountId?: string | undefined;
  readonly chain?: number;
  /** The handler's arguments; each crosses as JSON. */
  readonly args: readonly unknown[];
}

type Handler = (...args: unknown[]) => unknown;

export class FunctionRunner {
  readonly #handlers = new Map<string, Promise<Record<string, unknown>>>();
  readonly #running = new Set<Invocation>();
  #invocationCount = 0;

  constructor(
    private readonly appRoot: string,
    private readonly manifest: Manifest,
    private readonly loadHandlers: LoadHandlers | undefined,
    private readonly ledger: InvocationLedger,
    private readonly fetchFor: (invocation: () => Invocation) => Invocation['fetch'],
  ) {}

  /**
   * Runs one function and gives its result as JSON would carry it.
   * @throws FunctionFailedError with what the function threw, or that it ran out of time.
   * @throws ManifestError where there is no such function or handler.
   * @throws NotInstalledError where the app is not on the site.
   */
  async run(call: FunctionCall): Promise<unknown> {
    const module = this.#functionModule(call.functionKey);
    const handler = await this.#handler(module);
    if (!call.site.installed) throw new NotInstalledError(call.site.siteUrl);
    const seconds = limitSeconds(module, call.kind);
    const started = performance.now();
    const { invocation, stopped } = this.#invocation(call, started + seconds * 1000);
    this.#running.add(invocation);
    let outcome: InvocationEntry['outcome'] = 'failed';
    let problem: string | undefined;
    try {
      const work = () => runInvocation(invocation, async () => handler(...call.args.map(asJson)));
      const result = await within(seconds, () => Promise.race([work(), stopped]));
      // A function that blocks the process cannot be stopped at its limit, but it has missed it all the same.
      if (performance.now() > invocation.deadline) throw timedOut(seconds);
      outcome = 'answered';
      return asJson(result);
    } catch (error) {
      if (error instanceof LimitExceededError) outcome = 'timed out';
      if (error instanceof ProcessKilledError) outcome = 'stopped';
      problem = messageOf(error);
      throw new FunctionFailedError(error);
    } finally {
      this.#running.delete(invocation);
      invocation.ended ??= outcome === 'timed out' ? 'timed out' : 'answered';
      const { site, kind, functionKey, operation } = call;
      this.ledger.record({
        cloudId: site.cloudId,
        kind,
        functionKey,
        operation,
        milliseconds: performance.now() - started,
        outcome,
        endedAt: new Date().toISOString(),
        ...(problem === undefined ? {} : { problem }),
      });
    }
  }

  /** Ends every run of the site where it stands; none of them reaches the platform again. */
  stopAll(site: Site, reason: string): void {
    for (const invocation of this.#running) {
      if (invocation.site === site) invocation.stop(new ProcessKilledError(reason));
    }
  }

  #invocation(call: FunctionCall, deadline: number): { invocation: Invocation; stopped: Promise<never> } {
    this.#invocationCount += 1;
    let reject: (reason: Error) => void = () => undefined;
    const stopped = new Promise<never>((_, rejectWith) => (reject = rejectWith));
    const invocation: Invocation = {
      id: `invocation-${this.#invocationCount}`,
      kind: call.kind,
      site: call.site,
      moduleKey: call.moduleKey,
      functionKey: call.functionKey,
      accountId: call.accountId,
      appId: appIdOf(this.manifest),
      scopes: this.manifest.scopes,
      deadline,
      chain: call.chain ?? 0,
      fetch: this.fetchFor(() => invocation),
      stop: (reason) => {
        invocation.ended ??= 'been stopped';
        reject(reason);
      },
      ended: undefined,
    };
    return { invocation, stopped };
  }

  #functionModule(key: string): FunctionModule {
    const module = this.manifest.functions.find((candidate) => candidate.key === key);
    if (module === undefined) throw new ManifestError(`The manifest declares no function ${key}.`);
    return module;
  }

  async #handler(module: FunctionModule): Promise<Handler> {
    const [file = '', name = ''] = module.handler.split('.');
    const loaded = this.#handlers.get(file) ?? this.#load(file);
    this.#handlers.set(file, loaded);
    const handlers = await loaded;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (typeof handler !== 'function') {
      throw new ManifestError(
        `The handler ${module.handler} of the function ${module.key} is not an exported function.`,
      );
    }
    return handler as Handler;
  }

  async #load(file: string): Promise<Record<string, unknown>> {
    if (file === 'index' && this.loadHandlers !== undefined) return this.loadHandlers();
    // require, because it gives the app the same copies of the @forge packages that everything else here has.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(path.join(this.appRoot, 'src', file)) as Record<string, unknown>;
  }
}

function limitSeconds(module: FunctionModule, kind: InvocationKind): number {
  if (kind === 'consumer' || kind === 'schedule') return module.timeoutSeconds ?? BACKGROUND_SECONDS;
  if (kind === 'preUninstall') return PRE_UNINSTALL_SECONDS;
  // timeoutSeconds counts for consumers and schedules only; whoever waits for an answer waits 25 seconds.
  return INTERACTIVE_SECONDS;
}

async function within(seconds: number, work: () => Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

function timedOut(seconds: number): LimitExceededError {
  return new LimitExceededError(`Task timed out after ${seconds.toFixed(2)} seconds`);
}

/** What is left of a value after crossing as JSON: no functions, no undefined fields, dates as text. */
export function asJson(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}
