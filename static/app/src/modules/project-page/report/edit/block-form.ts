/**
 * What is typed into the form of one block, and what becomes of it. Pure.
 */
import { isIsoDay } from '../../../../../../../src/domain/day';
import { REPORT_LIMITS } from '../../../../../../../src/domain/report';
import type { TeamBlockContent, TypedBlock } from '../../../../../../../src/domain/report';
import { report } from '../../../../shared/strings/en-report';

const words = report.edit.mistakes;

export interface EntryForm {
  /** Tells rows apart while they are typed. */
  readonly id: number;
  readonly day: string;
  readonly text: string;
  readonly source: string;
  readonly closed: boolean;
}

/** Numbers are text while they are typed. */
export interface BlockForm {
  readonly kind: 'typed' | 'counted';
  readonly light: TypedBlock['light'];
  readonly number: string;
  readonly entries: readonly EntryForm[];
  readonly jql: string;
  readonly words: string;
  readonly watch: string;
  readonly act: string;
}

export interface BlockMistakes {
  readonly number?: string;
  readonly jql?: string;
  readonly thresholds?: string;
  readonly entries: Readonly<Record<number, { readonly day?: string; readonly text?: string }>>;
}

export function newEntry(id: number, today: string): EntryForm {
  return { id, day: today, text: '', source: '', closed: false };
}

export function formOf(content: TeamBlockContent, today: string): BlockForm {
  const empty: BlockForm = {
    kind: content.kind,
    light: 'onTrack',
    number: '',
    entries: [newEntry(0, today)],
    jql: '',
    words: '',
    watch: '1',
    act: '5',
  };
  if (content.kind === 'counted') {
    const { jql, text, watch, act } = content;
    return { ...empty, jql, words: text, watch: String(watch), act: String(act) };
  }
  const { light, number, entries } = content;
  return {
    ...empty,
    light,
    number: number === undefined ? '' : String(number),
    entries: entries.length === 0 ? empty.entries : entries.map((entry, id) => ({ id, ...entry })),
  };
}

/** An entry that nobody wrote anything into is no entry. */
export function contentOf(
  form: BlockForm,
): { readonly content: TeamBlockContent } | { readonly mistakes: BlockMistakes } {
  return form.kind === 'counted' ? countedOf(form) : typedOf(form);
}

function countedOf(form: BlockForm): ReturnType<typeof contentOf> {
  const jql = form.jql.trim().replace(/\s+/g, ' ');
  const [watch, act] = [wholeOf(form.watch), wholeOf(form.act)];
  const right = watch !== undefined && act !== undefined && watch >= 1 && watch < act;
  if (jql === '' || !right) {
    return {
      mistakes: {
        entries: {},
        ...(jql === '' ? { jql: words.jql } : {}),
        ...(right ? {} : { thresholds: words.thresholds }),
      },
    };
  }
  return { content: { kind: 'counted', jql, text: form.words.trim(), watch, act } };
}

function typedOf(form: BlockForm): ReturnType<typeof contentOf> {
  const typed = form.entries.filter(({ text, source }) => text.trim() !== '' || source.trim() !== '');
  const number = form.number.trim() === '' ? 'none' : (wholeOf(form.number) ?? 'wrong');
  const entries = Object.fromEntries(
    typed.flatMap(({ id, day, text }) => {
      const mistakes = {
        ...(isIsoDay(day) ? {} : { day: words.day }),
        ...(text.trim() === '' ? { text: words.text } : {}),
      };
      return Object.keys(mistakes).length === 0 ? [] : [[id, mistakes] as const];
    }),
  );
  if (number === 'wrong' || Object.keys(entries).length > 0) {
    return { mistakes: { entries, ...(number === 'wrong' ? { number: words.number } : {}) } };
  }
  return {
    content: {
      kind: 'typed',
      light: form.light,
      ...(number === 'none' ? {} : { number }),
      entries: [...typed]
        .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
        .map(({ day, text, source, closed }) => ({ day, text: text.trim(), source: source.trim(), closed })),
    },
  };
}

/** `1,240` is a whole number too. */
function wholeOf(text: string): number | undefined {
  const plain = text.trim().replace(/[,\s]/g, '');
  if (!/^\d{1,10}$/.test(plain)) return undefined;
  const number = Number(plain);
  return number <= REPORT_LIMITS.number ? number : undefined;
}
