/**
 * What the gadget can ask the functions for itself. JSON-safe.
 */
import type { SetupView } from './defs';
import type { Result } from './result';

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type GadgetDefs = {
  /**
   * The recorded ids of every project that Shift-Up was added to and that the person may browse now: what a saved filter
   * can find something in. Anybody signed in.
   */
  getSetupInSight: (payload: Readonly<Record<string, never>>) => Result<SetupView>;
};
