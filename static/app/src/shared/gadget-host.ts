/**
 * What is particular to jira:dashboardGadget: how the host hands over the settings. Nothing else of the gadget knows
 * which kind of module it is.
 */
import type { PageContext } from './bridge';
import { parseConfiguration } from './gadget-configuration';
import type { GadgetConfiguration } from './gadget-configuration';

/** The gadget's settings as stored; `undefined` where it was never configured or they are unusable. */
export function configurationOf(context: PageContext): GadgetConfiguration | undefined {
  const { extension } = context;
  if (typeof extension !== 'object' || extension === null) return undefined;
  if (!('gadgetConfiguration' in extension)) return undefined;
  return parseConfiguration(extension.gadgetConfiguration);
}
