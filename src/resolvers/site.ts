/**
 * The recorded ids, for every operation that needs them.
 */
import type { CommandContext } from '../commands/context';
import { Refusal } from '../commands/refusal';
import { readSiteSetup } from '../storage/site-setup';
import type { Caller } from './define';

/** @throws Refusal `not-set-up` */
export async function commandContext({ jira, now }: Caller): Promise<CommandContext> {
  const site = await readSiteSetup();
  if (site === undefined) throw new Refusal('not-set-up');
  return { jira, now, site };
}
