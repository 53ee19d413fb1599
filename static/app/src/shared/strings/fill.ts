/**
 * Sentences with gaps. `{name}` in a template is a gap; TypeScript refuses a template whose gaps are not all given. Pure.
 */

/** The names of a template's gaps. */
export type Gaps<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gaps<Rest>
  : never;

/** Two forms of one sentence; `{count}` stands for the number. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

type Values<Template extends string, Value> = Readonly<Record<Gaps<Template>, Value>>;
type PluralGaps<Forms extends Plural> = Exclude<Gaps<Forms['one']> | Gaps<Forms['other']>, 'count'>;

/** Fills the gaps of a sentence. */
export function fill<const Template extends string>(
  template: Template,
  values: Values<Template, string | number>,
): string {
  return fillGaps(template, values);
}

function fillGaps(template: string, values: Readonly<Record<string, string | number>>): string {
  return parts(template)
    .map((part) => (part.gap ? String(values[part.text]) : part.text))
    .join('');
}

/**
 * Fills the gaps of a sentence with anything, for example elements: the pieces in their order.
 * The caller gives them keys.
 */
export function fillWith<const Template extends string, Value>(
  template: Template,
  values: Values<Template, Value>,
): (string | Value)[] {
  return parts(template).map((part) =>
    part.gap ? ((values as Record<string, Value>)[part.text] as Value) : part.text,
  );
}

/** The form for a number, filled. `{count}` is the number as people write it. */
export function plural<const Forms extends Plural>(
  forms: Forms,
  count: number,
  ...values: [PluralGaps<Forms>] extends [never] ? [] : [Readonly<Record<PluralGaps<Forms>, string | number>>]
): string {
  return fillGaps(pluralForm(forms, count), { ...values[0], count: formatCount(count) });
}

/** The form for a number, unfilled. English: one for exactly 1, other for everything else, zero too. */
export function pluralForm<const Forms extends Plural>(forms: Forms, count: number): Forms['one'] | Forms['other'] {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}

const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** 12345 → 12,345 */
export function formatCount(count: number): string {
  return numbers.format(count);
}

function parts(template: string): { text: string; gap: boolean }[] {
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { text: piece.slice(1, -1), gap: true } : { text: piece, gap: false }));
}
