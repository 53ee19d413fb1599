import type { Clock } from '../clock';
import type { EventHub } from '../state/events';
import type { SiteState } from '../state/site-state';
import type { CostLedger } from './costs';
import type { Faults } from './faults';
import type { Tokens } from './principal';
import type { Limits } from './rate-limits';
import type { SeenRequest } from './server';

/** The parts of one running local Jira that the HTTP layer needs. */
export interface Site {
  readonly state: SiteState;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly costs: CostLedger;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly events: EventHub;
  /** Real time every call takes at least, so that calls sent together overlap as over a network. */
  readonly latencyMs: number;
  readonly onRequest: ((request: SeenRequest) => void) | undefined;
}
