/**
 * The ways into the dialogs that link issues and make new ones. The dialog opens in the opener's own page (Forge knows
 * a dialog's page by resource only), so a page that calls these shows LinkDialog where `parseLinkDialog` finds one.
 * https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/modal/
 */
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { openModal } from '../bridge';
import { parseLinkAnswer } from './context';
import type { LinkAnswer, LinkDialogContext, LinkSubject } from './context';

/**
 * Links the issue to others. Resolves when the dialog closes, however it was closed: read the issue again also without
 * an answer, because a dialog that was shut from outside may have changed something.
 * @throws Error when the host opens no dialog; nothing was changed then.
 */
export function openLinkDialog(
  subject: LinkSubject,
  options: { readonly verb?: LinkVerb } = {},
): Promise<LinkAnswer | undefined> {
  return open({ linking: 'link', subject, ...options });
}

/** Makes enablers that reduce the risk or secure the story, and links them. Otherwise like `openLinkDialog`. */
export function openEnablerDialog(subject: LinkSubject): Promise<LinkAnswer | undefined> {
  return open({ linking: 'enablers', subject });
}

async function open(context: LinkDialogContext): Promise<LinkAnswer | undefined> {
  return parseLinkAnswer(await openModal({ size: 'medium', context: { ...context } }));
}
