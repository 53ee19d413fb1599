/**
 * Whose is it? Decides, for one thing that set-up needs, what to do about what is there under that name. Pure.
 */
import { sameName } from './needed';
import { couldBeOurName } from './object-name';

interface Named {
  readonly id: string | number;
  readonly name: string;
}

export type Standing<T> =
  /** Ours by recorded id, whatever it is called now. */
  | { readonly action: 'alreadyRight'; readonly object: T }
  /** Ours, but not recorded: `made` in an attempt whose answer was lost, or `adopted` from an earlier installation. */
  | { readonly action: 'adopt'; readonly object: T; readonly origin: 'made' | 'adopted' }
  | { readonly action: 'create' }
  /** Somebody else's, under our name: never touched. At least one. */
  | { readonly action: 'conflict'; readonly objects: readonly [T, ...T[]] };

export interface StandingQuestion<T> {
  readonly name: string;
  /** The name under which an earlier attempt began to make it. */
  readonly begunAs: string | undefined;
  readonly recordedId: string | number | undefined;
  readonly there: readonly T[];
  /** Whether this can only have been made by us: the name alone never says so. */
  readonly isOurs: (object: T) => boolean;
  /** Whether it is exactly what a begun step would have made. */
  readonly isAsBegun: (object: T) => boolean;
}

/** A recorded object that is gone is made again; a renamed one stays ours. */
export function standingOf<T extends Named>(question: StandingQuestion<T>): Standing<T> {
  const { name, begunAs, recordedId, there, isOurs, isAsBegun } = question;
  const recorded = there.find(({ id }) => id === recordedId);
  if (recorded) return { action: 'alreadyRight', object: recorded };
  const begun = there.filter((object) => begunAs !== undefined && sameName(object.name, begunAs) && isAsBegun(object));
  const [lost] = begun;
  if (lost !== undefined && begun.length === 1) return { action: 'adopt', object: lost, origin: 'made' };
  const earlier = there.filter((object) => couldBeOurName(object.name, name) && isOurs(object));
  const [former] = earlier;
  if (former !== undefined && earlier.length === 1) return { action: 'adopt', object: former, origin: 'adopted' };
  const [namesake, ...others] = there.filter((object) => sameName(object.name, name));
  return namesake === undefined ? { action: 'create' } : { action: 'conflict', objects: [namesake, ...others] };
}
