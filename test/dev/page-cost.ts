import { AsyncLocalStorage } from 'node:async_hooks';
import type { LocalJira } from '../local-jira';
import type { PageCost } from './shell/src/site/contract';

const VIEW_HEADER = 'x-local-jira-view';
const KEPT_VIEWS = 500;

/**
 * What the app's pages cost, by view: one look at one page of the shell, from arriving to leaving. The local Jira
 * counts requests and points by the view's name; functions are counted here.
 */
export class PageViews {
  readonly #current = new AsyncLocalStorage<string>();
  readonly #functions = new Map<string, number>();

  /** Everything the app asks Jira for inside `run` belongs to `view`. */
  run<T>(view: string | undefined, run: () => Promise<T>): Promise<T> {
    return view === undefined ? run() : this.#current.run(view, run);
  }

  countFunction(view: string | undefined): void {
    if (view === undefined) return;
    this.#functions.set(view, (this.#functions.get(view) ?? 0) + 1);
    const oldest = this.#functions.keys().next();
    if (this.#functions.size > KEPT_VIEWS && oldest.done !== true) this.#functions.delete(oldest.value);
  }

  /**
   * The same Jira, which names the view on every request made inside {@link run}.
   *
   * @param before is told of each request of the app before it is made
   */
  watching(jira: LocalJira, before: (request: Request) => void): LocalJira {
    const fetch = (request: Request): Promise<Response> => {
      before(request);
      const view = this.#current.getStore();
      if (view === undefined) return jira.fetch(request);
      const headers = new Headers(request.headers);
      headers.set(VIEW_HEADER, view);
      return jira.fetch(new Request(request, { headers }));
    };
    return new Proxy(jira, {
      get(target, name) {
        if (name === 'fetch') return fetch;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  cost(jira: LocalJira, view: string): PageCost {
    const { requests, points } = jira.costs.totals(view);
    return { requests, points, functions: this.#functions.get(view) ?? 0 };
  }
}
