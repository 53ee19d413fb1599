/**
 * How our links read. Queries know links by their words alone, so no other type may read the same. Pure.
 */
import type { LinkType, LinkTypeName } from '../domain/site-setup';
import { NEEDED_LINK_TYPES, sameName } from './needed';
import { freeName } from './object-name';

/** "mitigates" and "is mitigated by"; "mitigates (risk)" where links of somebody else read so. @param ownId of ours. */
export function linkWordsBeside(
  linkType: LinkTypeName,
  there: readonly LinkType[],
  ownId: string | number | undefined,
): Pick<LinkType, 'outward' | 'inward'> {
  const { outward, inward } = NEEDED_LINK_TYPES[linkType];
  const own = there.find(({ id }) => id === ownId);
  if (own) return { outward: own.outward, inward: own.inward };
  const taken = there.flatMap((other) => [other.outward, other.inward]);
  const isTaken = taken.some((words) => sameName(words, outward) || sameName(words, inward));
  return isTaken
    ? { outward: freeName(outward, 'risk', taken), inward: freeName(inward, 'risk', taken) }
    : { outward, inward };
}
