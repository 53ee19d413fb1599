import { argumentCount, textArgument, type Method } from './methods';
import type { Value } from './values';

/** The documented methods of Map. A name that is missing reads as null. */
export const MAP_METHODS: Readonly<Record<string, Method<ReadonlyMap<string, Value>>>> = {
  get: (map, args, call) => {
    argumentCount(args, 1, 1, call);
    return map.get(textArgument(args, 0, call)) ?? null;
  },
  set: (map, args, call) => {
    argumentCount(args, 2, 2, call);
    call.meter.step(map.size);
    return new Map([...map, [textArgument(args, 0, call), args[1] ?? null]]);
  },
  entries: (map, args, call) => {
    argumentCount(args, 0, 0, call);
    call.meter.step(map.size);
    return [...map].map(([key, value]) => [key, value]);
  },
};
