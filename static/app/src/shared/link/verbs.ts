/**
 * Which sentences are offered on which issue, and what each of them looks for. Pure.
 */
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { LinkSubject } from './context';

/** What stands at the other end, in the words of the dialog. */
export type Noun = 'risk' | 'story' | 'enabler';

/** The first one is chosen at first. */
export const OFFERED: Readonly<Record<LinkSubject['kind'], readonly [LinkVerb, ...LinkVerb[]]>> = {
  story: ['isExposedTo', 'reduces', 'isSecuredBy', 'secures'],
  issue: ['reduces', 'isExposedTo', 'secures', 'isSecuredBy'],
  risk: ['isReducedBy', 'threatens'],
};

export const NOUN: Readonly<Record<LinkVerb, Noun>> = {
  isExposedTo: 'risk',
  reduces: 'risk',
  secures: 'story',
  isSecuredBy: 'enabler',
  isReducedBy: 'enabler',
  threatens: 'story',
};

/** The sentence that new enablers are linked under. */
export function enablerVerb({ kind }: LinkSubject): 'isReducedBy' | 'isSecuredBy' {
  return kind === 'risk' ? 'isReducedBy' : 'isSecuredBy';
}

/** The sentence that a new risk is linked under, where one was chosen for something else. */
export function riskVerb(verb: LinkVerb): 'isExposedTo' | 'reduces' {
  return verb === 'reduces' ? 'reduces' : 'isExposedTo';
}

/** The sentence to start with: the wished one where it is offered. */
export function firstVerb({ kind }: LinkSubject, wished: LinkVerb | undefined): LinkVerb {
  return wished !== undefined && OFFERED[kind].includes(wished) ? wished : OFFERED[kind][0];
}
