/**
 * Whose is it? Decides, for one thing that set-up needs, what to do about what is there under that name. Pure.
 */
import { sameName } from './needed';

interface Named {
  readonly id: string | number;
  readonly name: string;
}

export type Standing<T> =
  /** Made by us, by recorded id. */
  | { readonly action: 'alreadyRight'; readonly object: T }
  /** Made by us in an earlier attempt whose answer was lost, or by an earlier installation whose records are gone. */
  | { readonly action: 'adopt'; readonly object: T }
  | { readonly action: 'create' }
  /** Somebody else's, under our name: never touched. */
  | { readonly action: 'conflict'; readonly object: T };

export interface StandingQuestion<T> {
  readonly name: string;
  readonly recordedId: string | number | undefined;
  readonly there: readonly T[];
  /** Whether one of this name can only have been made by us; the name alone never says so. */
  readonly isOurs: (object: T) => boolean;
}

/** A recorded object that is gone is made again; a renamed one stays ours. */
export function standingOf<T extends Named>(question: StandingQuestion<T>): Standing<T> {
  const { name, recordedId, there, isOurs } = question;
  const recorded = there.find(({ id }) => id === recordedId);
  if (recorded) return { action: 'alreadyRight', object: recorded };
  const namesakes = there.filter((object) => sameName(object.name, name));
  const [namesake] = namesakes;
  if (namesake === undefined) return { action: 'create' };
  const adopt = namesakes.length === 1 && isOurs(namesake);
  return { action: adopt ? 'adopt' : 'conflict', object: namesake };
}
