/**
 * The column "What happens" in words: what the facts of an object mean to somebody who has to agree to it. Pure.
 */
import type { PlanItem, PlanKind } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, fillWith, plural } from '../strings/fill';

/** A piece of a sentence; what Jira will show is strong. */
export type Piece = string | { readonly strong: string };

const words = setUp.happens;

export function happensTo(item: PlanItem): readonly Piece[] {
  if (item.blocked !== undefined) return [setUp.blocked[item.blocked]];
  switch (item.action) {
    case 'alreadyRight':
      return [words.alreadyRight];
    case 'adopt':
      return [words.adopt];
    case 'conflict':
      return [words.conflict[wordKind(item.kind)]];
    case 'repair':
      return [repaired(item)];
    case 'create':
      return made(item);
  }
}

/** The same as one text, for the copied plan and for tests. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.strong)).join('');
}

/** A screen and its scheme are of one kind and have one name; only the step tells them apart. */
export function isScreenScheme(step: string): boolean {
  return step.startsWith('screenScheme:');
}

/** Fields on risks and on stories are spoken of alike. */
export function wordKind(kind: PlanKind): Exclude<PlanKind, 'riskField' | 'storyField'> | 'field' {
  return kind === 'riskField' || kind === 'storyField' ? 'field' : kind;
}

function repaired({ facts }: PlanItem): string {
  const options = facts?.options ?? [];
  return options.length === 0 ? words.repair : fill(words.repairOptions, { options: optionWords(options) });
}

function made({ kind, step, name, facts }: PlanItem): readonly Piece[] {
  switch (kind) {
    case 'riskField':
    case 'storyField':
      return [fieldWords(facts?.fieldKind ?? '', facts?.options ?? [])];
    case 'linkType':
      return linkWords(step, facts?.outward ?? '', facts?.inward ?? '');
    case 'status':
      return [statusWords(step, name, facts?.names ?? [])];
    case 'screen':
      return [words[isScreenScheme(step) ? 'screenScheme' : 'screen']];
    case 'issueType':
    case 'workflow':
      return [words[kind]];
    case 'project':
      return [];
  }
}

function statusWords(step: string, name: string, names: readonly string[]): string {
  const list = names.join(', ');
  if (step === 'status:dropped') return names.length === 0 ? words.droppedNone : fill(words.dropped, { names: list });
  return names.length === 0 || list === name ? words.status : list;
}

/** "Single select, options 1 to 5", "Single select: Low, Medium, High, Critical", "Date". */
function fieldWords(fieldKind: string, options: readonly string[]): string {
  const kind = fieldKindWord(fieldKind);
  if (options.length === 0) return kind;
  const range = rangeOf(options);
  if (range !== undefined) return fill(words.optionRange, { kind, ...range });
  return options.length > LISTED
    ? plural(words.optionCount, options.length, { kind })
    : fill(words.options, { kind, options: options.join(', ') });
}

/** More options than these are counted, not listed. */
const LISTED = 4;

/** The kind of a field in words; Jira's own word where we have none. */
export function fieldKindWord(kind: string): string {
  const known: Readonly<Record<string, string>> = setUp.fieldKinds;
  return Object.hasOwn(known, kind) ? (known[kind] ?? kind) : kind;
}

/** "1 to 5" for whole numbers one after the other, the list otherwise. */
export function optionWords(options: readonly string[]): string {
  const range = rangeOf(options);
  return range === undefined ? options.join(', ') : fill(setUp.conflict.range, range);
}

function rangeOf(options: readonly string[]): { readonly first: string; readonly last: string } | undefined {
  const [first, last] = [options[0], options.at(-1)];
  if (options.length < 3 || first === undefined || last === undefined) return undefined;
  const consecutive = options.every((option, index) => option === String(Number(first) + index));
  return consecutive ? { first, last } : undefined;
}

/** "enabler **mitigates** risk; risk **is mitigated by** enabler" */
function linkWords(step: string, outward: string, inward: string): readonly Piece[] {
  const name = step.split(':')[1] ?? '';
  const ends =
    name === 'mitigates' || name === 'threatens' || name === 'secures' ? words.links[name] : words.links.other;
  return fillWith<typeof words.link, Piece>(words.link, {
    from: ends.from,
    to: ends.to,
    outward: { strong: outward },
    inward: { strong: inward },
  });
}
