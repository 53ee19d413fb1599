/**
 * A row of a file as the risk it tells of, or what is wrong with it. Pure.
 */
import { isIssueKey } from '../identifiers';
import type { Rating, Score } from '../level';
import { lineOf, paragraphsOf } from './cell-text';
import type { ColumnMeaning, ColumnMeanings } from './columns';
import { dayOfText, type DayOrder } from './day-text';
import type { ImportRow } from './import-row';
import { ADDRESS_MOST, ASSET_MOST, ASSETS_MOST, OWN_ID_MOST, PARAGRAPH_MOST, SUMMARY_MOST } from './limits';
import { ratingOfText, type RatingWords } from './rating-words';
import { treatmentOf } from './treatment-words';

/** Whom an owner's cell means: the account, or why nobody can say; `left`: somebody decided to leave the owner alone. */
export type OwnerAnswer =
  { readonly state: 'found'; readonly accountId: string } | { readonly state: 'nobody' | 'several' | 'left' };

/** How the cells of a file are to be read. */
export interface Reading {
  readonly headers: readonly string[];
  readonly meanings: ColumnMeanings;
  readonly ratingWords: RatingWords;
  readonly dayOrder: DayOrder | undefined;
  /** By `ownerKey`. An owner who is not in it is nobody. */
  readonly owners: ReadonlyMap<string, OwnerAnswer>;
}

export const ROW_PROBLEMS = [
  'noTitle',
  'tooLong',
  'notKey',
  'notRating',
  'halfScore',
  'notTreatment',
  'notDay',
  'unclearDay',
  'ownerUnknown',
  'ownerAmbiguous',
  'notAddress',
  'tooMany',
  'repeated',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** One thing wrong with a row; a row with any is not imported. */
export interface RowProblem {
  readonly code: RowProblemCode;
  /** What the cell should have been. */
  readonly meaning: ColumnMeaning;
  /** What it says, shortened. */
  readonly says: string;
  /** With `repeated`: the number of the first row that says the same, counted as in the file. */
  readonly first?: number;
}

export interface ReadRow {
  /** Missing where something is wrong with it. */
  readonly row: ImportRow | undefined;
  /** Whom it means, as far as it says so; also of a row that is refused for something else. */
  readonly named: Pick<ImportRow, 'key' | 'externalId' | 'summary'> | undefined;
  readonly problems: readonly RowProblem[];
}

/** Who is asked for: an account by its id, or a person by what the file calls them. */
export interface AskedOwner {
  readonly by: 'id' | 'words';
  readonly text: string;
}

export function ownerKey({ by, text }: AskedOwner): string {
  return `${by} ${text}`;
}

/** An id goes before a name. */
export function ownerIn(cells: readonly string[], meanings: ColumnMeanings): AskedOwner | undefined {
  const id = cellOf(cells, meanings, 'ownerId');
  if (id !== '') return { by: 'id', text: id };
  const text = cellOf(cells, meanings, 'owner');
  return text === '' ? undefined : { by: 'words', text };
}

/** Empty where no column has this meaning. */
export function cellOf(cells: readonly string[], meanings: ColumnMeanings, meaning: ColumnMeaning): string {
  const index = meanings.indexOf(meaning);
  return index === -1 ? '' : lineOf(cells[index] ?? '');
}

const SHOWN_MOST = 80;

/** Reads one row; whatever is wrong is said of the cell it is in. Never throws. */
export function readRow(cells: readonly string[], reading: Reading): ReadRow {
  const { meanings } = reading;
  const problems: RowProblem[] = [];
  const refuse = (code: RowProblemCode, meaning: ColumnMeaning, says = '') => {
    problems.push({ code, meaning, says: says.length > SHOWN_MOST ? `${says.slice(0, SHOWN_MOST - 1)}…` : says });
    return null;
  };
  const cell = (meaning: ColumnMeaning) => cellOf(cells, meanings, meaning);

  const line = (meaning: ColumnMeaning, most: number) => {
    const text = cell(meaning);
    if (text === '') return undefined;
    return text.length > most ? refuse('tooLong', meaning, text) : text;
  };
  const paragraphs = (meaning: ColumnMeaning, text: string) => {
    if (text === '') return undefined;
    return text.length > PARAGRAPH_MOST ? refuse('tooLong', meaning, text) : text;
  };
  const rating = (meaning: ColumnMeaning) => {
    const text = cell(meaning);
    if (text === '') return undefined;
    return ratingOfText(text, reading.ratingWords) ?? refuse('notRating', meaning, text);
  };
  const score = (likelihood: ColumnMeaning, impact: ColumnMeaning) =>
    wholeScore([likelihood, rating(likelihood), cell(likelihood)], [impact, rating(impact), cell(impact)], refuse);
  const day = () => {
    const text = cell('nextReview');
    if (text === '') return undefined;
    const found = dayOfText(text, reading.dayOrder);
    if (found === undefined) return refuse('notDay', 'nextReview', text);
    return found === 'unclear' ? refuse('unclearDay', 'nextReview', text) : found.day;
  };
  const treatment = () => {
    const text = cell('treatment');
    return text === '' ? undefined : (treatmentOf(text) ?? refuse('notTreatment', 'treatment', text));
  };
  const key = () => {
    const text = cell('key').toUpperCase();
    return text === '' || isIssueKey(text) ? text || undefined : refuse('notKey', 'key', text);
  };

  const summary = line('summary', SUMMARY_MOST);
  if (cell('summary') === '') refuse('noTitle', 'summary');
  const found = present({
    key: key(),
    externalId: line('externalId', OWN_ID_MOST),
    description: paragraphs('description', describedBy(cells, reading)),
    inherent: score('likelihood', 'impact'),
    residual: score('residualLikelihood', 'residualImpact'),
    treatment: treatment(),
    owner: ownerFor(cells, reading, refuse),
    nextReview: day(),
    businessImpact: paragraphs('businessImpact', textOf(cells, meanings, 'businessImpact')),
    abuseCase: paragraphs('abuseCase', textOf(cells, meanings, 'abuseCase')),
    assets: assetsFor(cell('asset'), textOf(cells, meanings, 'asset'), refuse),
    infoSecReference: addressFor(line('infoSecReference', ADDRESS_MOST), refuse),
  });
  const row = summary ? { ...found, summary } : undefined;
  return { row: problems.length > 0 ? undefined : row, named: row, problems };
}

type Refuse = (code: RowProblemCode, meaning: ColumnMeaning, says?: string) => null;
type Part = readonly [meaning: ColumnMeaning, rating: Rating | null | undefined, says: string];

/** Half a score says nothing; which half is missing does. */
function wholeScore(likelihood: Part, impact: Part, refuse: Refuse): Score | null | undefined {
  if (likelihood[1] && impact[1]) return { likelihood: likelihood[1], impact: impact[1] };
  if (likelihood[2] !== '' && impact[2] === '') return refuse('halfScore', impact[0]);
  if (likelihood[2] === '' && impact[2] !== '') return refuse('halfScore', likelihood[0]);
  return undefined;
}

/** The description, and below it the columns that are added to it, each under its header. */
function describedBy(cells: readonly string[], { headers, meanings }: Reading): string {
  const added = meanings.flatMap((meaning, index) => {
    const text = meaning === 'addToDescription' ? paragraphsOf(cells[index] ?? '') : '';
    return text === '' ? [] : [`${lineOf(headers[index] ?? '')}:\n${text}`];
  });
  const first = textOf(cells, meanings, 'description');
  return [...(first === '' ? [] : [first]), ...added].join('\n\n');
}

function textOf(cells: readonly string[], meanings: ColumnMeanings, meaning: ColumnMeaning): string {
  const index = meanings.indexOf(meaning);
  return index === -1 ? '' : paragraphsOf(cells[index] ?? '');
}

function ownerFor(cells: readonly string[], { meanings, owners }: Reading, refuse: Refuse): string | null | undefined {
  const asked = ownerIn(cells, meanings);
  if (asked === undefined) return undefined;
  const answer = owners.get(ownerKey(asked)) ?? { state: 'nobody' };
  const meaning = asked.by === 'id' ? 'ownerId' : 'owner';
  if (answer.state === 'nobody') return refuse('ownerUnknown', meaning, asked.text);
  if (answer.state === 'several') return refuse('ownerAmbiguous', meaning, asked.text);
  return answer.state === 'found' ? answer.accountId : undefined;
}

/** Parted by comma, semicolon or line; Jira's labels hold no blanks, so that these become hyphens. */
function assetsFor(line: string, text: string, refuse: Refuse): readonly string[] | null | undefined {
  const assets = [...new Set(text.split(/[,;\n]/).map((part) => part.trim().replace(/\s+/g, '-')))].filter(Boolean);
  if (assets.length === 0) return undefined;
  if (assets.length > ASSETS_MOST) return refuse('tooMany', 'asset', line);
  const long = assets.find((asset) => asset.length > ASSET_MOST);
  return long === undefined ? assets : refuse('tooLong', 'asset', long);
}

function addressFor(text: string | null | undefined, refuse: Refuse): string | null | undefined {
  if (text === undefined || text === null) return text;
  return /^https?:\/\/[^\s/]\S*$/i.test(text) ? text : refuse('notAddress', 'infoSecReference', text);
}

/** Without what is not there, and what was refused. */
function present<T extends Readonly<Record<string, unknown>>>(values: T): Present<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<T>;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };
