import { buildDemoWorld } from '../demo/build-demo-world';
import type { LocalForge } from '../local-forge';
import type { Clock, LocalJira } from '../local-jira';
import type { SavedWorld } from './data-folder';

type Site = LocalForge['sites'][number];

export type WorldName = 'demo' | 'empty';

/** The local Jira and what Forge keeps of the app on it, as one thing that can be made, saved and started over. */
export class World {
  readonly #bare: { readonly jira: unknown; readonly forge: unknown };
  #fresh: SavedWorld | undefined;

  constructor(
    private readonly parts: { jira: LocalJira; forge: LocalForge; site: Site; clock: Clock; name: WorldName },
    /** What {@link make} would make, as another process made and saved it. */
    made?: SavedWorld,
  ) {
    this.#fresh = made;
    this.#bare = { jira: copy(parts.jira.snapshot()), forge: copy(parts.forge.snapshot(parts.site)) };
  }

  /** Builds the world anew: the demo each time the same, or nothing. */
  async make(): Promise<void> {
    if (this.#fresh !== undefined) {
      this.restore(this.#fresh);
      return;
    }
    const { jira, forge, site, name } = this.parts;
    jira.restore(copy(this.#bare.jira));
    forge.restore(site, copy(this.#bare.forge));
    if (name === 'demo') {
      await buildDemoWorld(jira, forge, site);
    }
    jira.costs.reset();
    this.#fresh = copy(this.save());
  }

  save(): SavedWorld {
    const { jira, forge, site, clock } = this.parts;
    return { jira: jira.snapshot(), forge: forge.snapshot(site), shell: { now: clock.now().toISOString() } };
  }

  /** @throws where the saved parts are not what their owners wrote. */
  restore(saved: SavedWorld): void {
    const { jira, forge, site, clock } = this.parts;
    const now = savedNow(saved.shell);
    jira.restore(copy(saved.jira));
    forge.restore(site, copy(saved.forge));
    clock.set(now);
    jira.costs.reset();
  }
}

function savedNow(shell: unknown): Date {
  if (typeof shell === 'object' && shell !== null && 'now' in shell && typeof shell.now === 'string') {
    const now = new Date(shell.now);
    if (!Number.isNaN(now.getTime())) return now;
  }
  throw new TypeError('the saved world has no time');
}

/** Rows are never changed in place, but lists and maps around them are. */
function copy<T>(value: T): T {
  return structuredClone(value);
}
