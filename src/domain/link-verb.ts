/**
 * The sentences that link two issues, and how each is stored as a link. Pure.
 */
import { LINK_TYPES, type LinkTypeName, type SiteSetup } from './site-setup';

/**
 * The subject is always the first issue. From the story's or enabler's side: it is exposed to a risk, reduces a risk,
 * secures a story, is secured by an enabler. From the risk's side: it is reduced by an enabler, threatens a story.
 */
export const LINK_VERBS = ['isExposedTo', 'reduces', 'secures', 'isSecuredBy', 'isReducedBy', 'threatens'] as const;
export type LinkVerb = (typeof LINK_VERBS)[number];

/** What a sentence says of the issues, and how Jira keeps it. */
export interface VerbMeaning {
  readonly type: LinkTypeName;
  /** Whether the subject stands on the outward ("from") side: "A mitigates B" is outward on A. */
  readonly subjectIsSource: boolean;
  readonly subjectIsRisk: boolean;
  readonly otherIsRisk: boolean;
}

/** Every link type in each direction is exactly one sentence. */
export const VERBS: Readonly<Record<LinkVerb, VerbMeaning>> = {
  isExposedTo: { type: 'threatens', subjectIsSource: false, subjectIsRisk: false, otherIsRisk: true },
  reduces: { type: 'mitigates', subjectIsSource: true, subjectIsRisk: false, otherIsRisk: true },
  secures: { type: 'secures', subjectIsSource: true, subjectIsRisk: false, otherIsRisk: false },
  isSecuredBy: { type: 'secures', subjectIsSource: false, subjectIsRisk: false, otherIsRisk: false },
  isReducedBy: { type: 'mitigates', subjectIsSource: false, subjectIsRisk: true, otherIsRisk: false },
  threatens: { type: 'threatens', subjectIsSource: true, subjectIsRisk: true, otherIsRisk: false },
};

/** The sentence that a link says on the issue that has it, by type and direction. */
const VERB_OF: Readonly<Record<LinkTypeName, Readonly<Record<'outward' | 'inward', LinkVerb>>>> = {
  mitigates: { outward: 'reduces', inward: 'isReducedBy' },
  threatens: { outward: 'threatens', inward: 'isExposedTo' },
  secures: { outward: 'secures', inward: 'isSecuredBy' },
};

function verbOf(type: LinkTypeName, direction: 'outward' | 'inward'): LinkVerb {
  return VERB_OF[type][direction];
}

/** The same for a link as Jira keeps it; `undefined` for a link of another type. */
export function verbOfLink(
  { linkTypes }: Pick<SiteSetup, 'linkTypes'>,
  link: { readonly typeId: string; readonly direction: 'outward' | 'inward' },
): LinkVerb | undefined {
  const type = LINK_TYPES.find((name) => linkTypes[name].id === link.typeId);
  return type && verbOf(type, link.direction);
}

/** The same link the other way round. */
export function reversed(verb: LinkVerb): LinkVerb {
  const { type, subjectIsSource } = VERBS[verb];
  return verbOf(type, subjectIsSource ? 'inward' : 'outward');
}
