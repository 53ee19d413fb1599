import { argumentCount, numberArgument, sliceArguments, textArgument, type Method, type MethodCall } from './methods';
import type { Value } from './values';

const MOST_REPEATED = 100;

function noArguments(work: (text: string) => string): Method<string> {
  return (text, args, call) => {
    argumentCount(args, 0, 0, call);
    return work(text);
  };
}

function padded(pad: (text: string, length: number, filler: string) => string): Method<string> {
  return (text, args, call) => {
    argumentCount(args, 1, 2, call);
    const length = numberArgument(args, 0, call);
    if (length > MOST_REPEATED) throw call.fail(`The length must not exceed ${MOST_REPEATED}.`);
    return pad(text, length, args.length > 1 ? textArgument(args, 1, call) : ' ');
  };
}

/** The documented methods of String without those that take regular expressions. */
export const STRING_METHODS: Readonly<Record<string, Method<string>>> = {
  trim: noArguments((text) => text.trim()),
  toLowerCase: noArguments((text) => text.toLowerCase()),
  toUpperCase: noArguments((text) => text.toUpperCase()),
  includes: (text, args, call) => text.includes(onlyText(args, call)),
  indexOf: (text, args, call) => text.indexOf(onlyText(args, call)),
  slice: (text, args, call) => text.slice(...sliceArguments(args, call)),
  split: (text, args, call): Value => {
    argumentCount(args, 0, 1, call);
    if (args.length === 0) return [text];
    const parts = text.split(textArgument(args, 0, call));
    call.meter.step(parts.length);
    return parts;
  },
  padStart: padded((text, length, filler) => text.padStart(length, filler)),
  padEnd: padded((text, length, filler) => text.padEnd(length, filler)),
  repeat: (text, args, call) => {
    argumentCount(args, 1, 1, call);
    const times = numberArgument(args, 0, call);
    if (times < 0 || times > MOST_REPEATED) throw call.fail(`A text is repeated 0 to ${MOST_REPEATED} times.`);
    call.meter.text(text.length * times);
    return text.repeat(times);
  },
};

/** Documented too, and refused by name: they work with regular expressions. */
export const STRING_METHODS_NOT_SERVED: ReadonlySet<string> = new Set(['match', 'matchAll', 'replace']);

function onlyText(args: readonly Value[], call: MethodCall): string {
  argumentCount(args, 1, 1, call);
  return textArgument(args, 0, call);
}
