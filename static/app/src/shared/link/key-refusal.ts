/**
 * Why an issue that was named by its key is not offered, in words. Pure.
 */
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { LinkCandidates } from '../../../../../src/reads/link-candidate';
import { link } from '../strings/en-link';
import { fill } from '../strings/fill';
import type { LinkSubject } from './context';
import { NOUN } from './verbs';

/** `undefined` where no key was typed, or what it names is offered. */
export function keyRefusal(
  subject: LinkSubject,
  verb: LinkVerb,
  { text, candidates }: { readonly text: string; readonly candidates: LinkCandidates },
): string | undefined {
  const words = link.keyRefused;
  if (text.trim().toUpperCase() === subject.key) return fill(words.self, { key: subject.key });
  const { refused } = candidates;
  if (refused === undefined) return undefined;
  const { key, why } = refused;
  if (why === 'closed') return fill(words.closed, { key });
  if (why === 'notFound') return fill(words.notFound, { key });
  if (NOUN[verb] === 'risk') return fill(words.notRisk, { key });
  return fill(subject.kind === 'risk' ? words.isRiskHere : words.isRisk, { key });
}
