import { argumentCount, lambdaArgument, sliceArguments, textArgument, type Method, type MethodCall } from './methods';
import { textOf } from './operators';
import { isList, isTruthy, sameValue, type Value } from './values';

type List = readonly Value[];

const LONGEST_JOINED = 10_000;
/** Beyond so many items, each costs an expensive operation. */
const ITEMS_FOR_FREE = 1_000;

/** Every item that a method looks at is a step. */
function visit(call: MethodCall, at: number): void {
  call.meter.step();
  if (at >= ITEMS_FOR_FREE) call.meter.expensive();
}

function each<R>(list: List, call: MethodCall, work: (item: Value) => R): R[] {
  return list.map((item, at) => {
    visit(call, at);
    return work(item);
  });
}

/** A method that calls one function per item. */
function perItem(work: (list: List, test: (item: Value) => Value, call: MethodCall) => Value): Method<List> {
  return (list, args, call) => {
    argumentCount(args, 1, 1, call);
    const lambda = lambdaArgument(args, 0, call);
    return work(list, (item) => call.call(lambda, [item]), call);
  };
}

function flat(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (isList(item) ? item : [item]));
}

/** The documented methods of List. */
export const LIST_METHODS: Readonly<Record<string, Method<List>>> = {
  map: perItem((list, work, call) => each(list, call, work)),
  flatMap: perItem((list, work, call) => copied(flat(each(list, call, work)), call)),
  filter: perItem((list, test, call) => {
    const kept = each(list, call, (item) => isTruthy(test(item)));
    return list.filter((_item, at) => kept[at]);
  }),
  every: perItem((list, test, call) =>
    list.every((item, at) => {
      visit(call, at);
      return isTruthy(test(item));
    }),
  ),
  some: perItem((list, test, call) =>
    list.some((item, at) => {
      visit(call, at);
      return isTruthy(test(item));
    }),
  ),
  flatten: (list, args, call) => {
    argumentCount(args, 0, 0, call);
    return copied(flat(list), call);
  },
  includes: (list, args, call) => position(list, args, call) >= 0,
  indexOf: (list, args, call) => position(list, args, call),
  slice: (list, args, call) => copied(list.slice(...sliceArguments(args, call)), call),
  concat: (list, args, call) => {
    argumentCount(args, 1, 1, call);
    return copied(flat([list, args[0] ?? null]), call);
  },
  reduce: (list, args, call) => {
    argumentCount(args, 1, 2, call);
    const lambda = lambdaArgument(args, 0, call);
    const [first, ...others] = args.length > 1 ? [args[1] ?? null, ...list] : list;
    if (first === undefined) throw call.fail('Reduce of an empty list needs an initial value.');
    return others.reduce<Value>((sum, item, at) => {
      visit(call, at);
      return call.call(lambda, [sum, item]);
    }, first);
  },
  join: (list, args, call) => {
    argumentCount(args, 0, 1, call);
    const texts = each(list, call, (item) => textOf(item, call.fail));
    const separator = args.length > 0 ? textArgument(args, 0, call) : ',';
    call.meter.text(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
    const joined = texts.join(separator);
    return joined.length > LONGEST_JOINED ? `${joined.slice(0, LONGEST_JOINED)}...` : joined;
  },
  sort: (list, args, call) => {
    argumentCount(args, 1, 1, call);
    const lambda = lambdaArgument(args, 0, call);
    return [...list].sort((left, right) => {
      call.meter.step();
      const order = call.call(lambda, [left, right]);
      if (typeof order !== 'number') throw call.fail('The function of sort must give a Number.');
      return order;
    });
  },
};

function position(list: List, args: readonly Value[], call: MethodCall): number {
  argumentCount(args, 1, 1, call);
  call.meter.step(list.length);
  return list.findIndex((item) => sameValue(item, args[0] ?? null, call.meter));
}

/** A new list costs a step for each of its items, so that lists cannot double for nothing. */
function copied(list: List, call: MethodCall): List {
  call.meter.step(list.length);
  return list;
}
