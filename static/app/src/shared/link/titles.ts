/**
 * The name of the dialog, by what it does. Pure.
 */
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { link as words } from '../strings/en-link';
import { fill } from '../strings/fill';
import type { LinkDialogContext } from './context';
import { NOUN, firstVerb } from './verbs';

/** Before the dialog knows more than its opener told it. */
export function dialogTitle({ linking, subject, verb }: LinkDialogContext): string {
  if (linking === 'enablers') return fill(words.enabler.title, { key: subject.key });
  return linkTitle(firstVerb(subject, verb));
}

export function linkTitle(verb: LinkVerb): string {
  return words.title[NOUN[verb]];
}
