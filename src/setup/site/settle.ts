/**
 * How every step of the site comes to its object: by record, by adoption, by making it, or by the admin's choice. What is
 * made is recorded before anything else happens.
 */
import type { Origin, SetupRecord } from '../../storage/setup-record';
import type { Choice } from '../../storage/setup-run';
import { sameName } from '../needed';
import { neededName } from '../site-plan';
import type { Standing } from '../standing';
import { StepRefusal, type StepContext } from '../step-context';
import { stepName, type SiteStep } from '../step-name';
import { without } from '../without';

/** What the plan said about a step. */
export interface StepOrder {
  readonly choice: Choice | undefined;
  /** Also puts right what is only not as set-up made it. */
  readonly thorough: boolean;
}

export interface Named {
  readonly id: string | number;
  readonly name: string;
}

export interface Settling<T extends Named> {
  readonly there: readonly T[];
  readonly standing: Standing<T>;
  readonly make: (name: string) => Promise<T>;
  readonly recorded: (record: SetupRecord, object: T) => SetupRecord;
  /** Whether somebody else's can serve; kinds without it never do. */
  readonly canServe?: (object: T) => boolean | Promise<boolean>;
  /** Kinds without it keep the name that somebody gave them. */
  readonly rename?: (object: T, name: string) => Promise<unknown>;
}

export interface Settled<T> {
  readonly object: T;
  readonly origin: Origin;
  readonly result: 'created' | 'adopted' | 'repaired' | 'alreadyRight';
}

/**
 * The step stays begun until `finish`, so that what belongs to its object is done even after a stop in between.
 * @throws StepRefusal `conflict` when things are not as the plan saw them; nothing was changed then.
 */
export async function settle<T extends Named>(
  context: StepContext,
  step: SiteStep,
  { choice, thorough }: StepOrder,
  settling: Settling<T>,
): Promise<Settled<T>> {
  const { standing } = settling;
  const key = stepName(step);
  const keep = async (object: T, origin: Origin): Promise<void> =>
    context.save((record) => ({
      ...settling.recorded(withBegun(record, key), object),
      origins: { ...record.origins, [key]: origin },
    }));
  switch (standing.action) {
    case 'alreadyRight': {
      const { object } = standing;
      const origin = context.record().origins[key] ?? 'adopted';
      const ourName = context.record().names[key] ?? neededName(step);
      const renamed = thorough && origin !== 'chosen' && !sameName(object.name, ourName);
      if (!renamed || settling.rename === undefined) return { object, origin, result: 'alreadyRight' };
      await settling.rename(object, ourName);
      return { object, origin, result: 'repaired' };
    }
    case 'adopt':
      await keep(standing.object, standing.origin);
      return {
        object: standing.object,
        origin: standing.origin,
        result: standing.origin === 'made' ? 'created' : 'adopted',
      };
    case 'conflict':
      if (choice?.decision === 'useTheirs') {
        const object = await theirs(standing.objects, choice.id, settling);
        await keep(object, 'chosen');
        return { object, origin: 'chosen', result: 'adopted' };
      }
      if (choice?.decision !== 'otherName') throw new StepRefusal('conflict');
      break;
    case 'create':
      // The admin chose something that is gone.
      if (choice?.decision === 'useTheirs') throw new StepRefusal('conflict');
  }
  const name = choice?.decision === 'otherName' ? choice.name : neededName(step);
  if (settling.there.some((other) => sameName(other.name, name))) throw new StepRefusal('conflict');
  await begin(context, step, name);
  const object = await settling.make(name);
  await keep(object, 'made');
  return { object, origin: 'made', result: 'created' };
}

async function theirs<T extends Named>(
  objects: readonly [T, ...T[]],
  id: string,
  { canServe }: Settling<T>,
): Promise<T> {
  const [object, ...others] = objects;
  const serves = others.length === 0 && String(object.id) === id && (await canServe?.(object)) === true;
  if (!serves) throw new StepRefusal('conflict');
  return object;
}

/** Stores that this step is about to make something of that name, having seen that it is not there. */
async function begin(context: StepContext, step: SiteStep, name: string): Promise<void> {
  const key = stepName(step);
  const { begun, names } = context.record();
  if (begun.includes(key) && (names[key] ?? neededName(step)) === name) return;
  await context.save((record) => ({ ...withBegun(record, key), names: namesWith(record.names, step, name) }));
}

function namesWith(names: SetupRecord['names'], step: SiteStep, name: string): SetupRecord['names'] {
  const others = without(names, stepName(step));
  return name === neededName(step) ? others : { ...others, [stepName(step)]: name };
}

function withBegun(record: SetupRecord, key: string): SetupRecord {
  return record.begun.includes(key) ? record : { ...record, begun: [...record.begun, key] };
}

/** Everything that belongs to the object is done. */
export async function finish(context: StepContext, step: SiteStep): Promise<void> {
  const key = stepName(step);
  if (!context.record().begun.includes(key)) return;
  await context.save((record) => ({ ...record, begun: record.begun.filter((begun) => begun !== key) }));
}
