import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { levelOf, scoreValue, SCALE } from '../../../../../src/domain/level';
import type { Level, LevelBands, Rating, Score } from '../../../../../src/domain/level';
import { matrix as words } from '../strings/en-matrix';
import { fill } from '../strings/fill';
import { useBands } from './bands';
import styles from './matrix.module.css';
import { cellName, moved, sameScore } from './scores';

const CLASS_OF_LEVEL: Readonly<Record<Level, string | undefined>> = {
  Critical: styles.critical,
  High: styles.high,
  Medium: styles.medium,
  Low: styles.low,
};
const ROWS: readonly Rating[] = [...SCALE].reverse();
const MIDDLE: Score = { likelihood: 3, impact: 3 };

export type MatrixKind = 'inherent' | 'residual' | 'guess';

const GROUP_NAME = {
  inherent: words.groupInherent,
  residual: words.groupResidual,
  guess: words.groupGuess,
} as const satisfies Record<MatrixKind, string>;

interface Marks {
  readonly inherent?: Score | undefined;
  readonly residual?: Score | undefined;
}

/** Likelihood by impact, five by five, to look at: one picture with one name for screen readers. */
export function MatrixPicture({ inherent, residual, label }: Marks & { readonly label: string }) {
  const bands = useBands();
  return (
    <Axes>
      <div className={styles.grid} role="img" aria-label={`${words.picture} ${label}`}>
        {cells().map((score) => (
          <span key={`${score.likelihood}.${score.impact}`} className={cellClass(score, bands)}>
            <Face score={score} inherent={inherent} residual={residual} />
          </span>
        ))}
        <Path inherent={inherent} residual={residual} />
      </div>
    </Axes>
  );
}

/** The same to set a score: a radio group with one tab stop; arrows move, Enter or Space or a click sets. */
export function MatrixInput({
  kind,
  value,
  inherent,
  residual,
  saving,
  compact = false,
  onPick,
}: Marks & {
  readonly kind: MatrixKind;
  /** What the group's own score is now. */
  readonly value: Score | undefined;
  /** The cell that is being saved. */
  readonly saving?: Score | undefined;
  readonly compact?: boolean;
  readonly onPick: (score: Score) => void;
}) {
  const bands = useBands();
  const [at, setAt] = useState<Score>();
  const current = at ?? value ?? MIDDLE;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = moved(current, event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAt(next);
    document.getElementById(cellId(kind, next))?.focus();
  };
  return (
    <Axes compact={compact}>
      <div className={styles.grid} role="radiogroup" aria-label={GROUP_NAME[kind]} onKeyDown={onKeyDown} tabIndex={-1}>
        {cells().map((score) => (
          <button
            key={`${score.likelihood}.${score.impact}`}
            id={cellId(kind, score)}
            type="button"
            role="radio"
            aria-checked={sameScore(score, value)}
            aria-label={nameWithMarks(score, bands, inherent, residual)}
            aria-disabled={saving !== undefined}
            tabIndex={sameScore(score, current) ? 0 : -1}
            className={`${cellClass(score, bands)} ${kind === 'guess' && sameScore(score, value) ? styles.picked : ''} ${sameScore(score, saving) ? styles.saving : ''}`}
            onFocus={() => setAt(score)}
            onClick={() => onPick(score)}
          >
            <Face score={score} inherent={inherent} residual={residual} />
          </button>
        ))}
        <Path inherent={inherent} residual={residual} />
      </div>
    </Axes>
  );
}

export function cellId(kind: MatrixKind, { likelihood, impact }: Score): string {
  return `matrix-${kind}-${likelihood}-${impact}`;
}

/** The cell that has the group's tab stop at first. */
export function firstCellId(kind: MatrixKind, value: Score | undefined): string {
  return cellId(kind, value ?? MIDDLE);
}

function Axes({ compact = false, children }: { readonly compact?: boolean; readonly children: ReactNode }) {
  return (
    <div className={`${styles.matrix} ${compact ? styles.compact : ''}`}>
      <span className={styles.yName} aria-hidden="true">
        {words.likelihood}
      </span>
      <div className={styles.yScale} aria-hidden="true">
        {ROWS.map((rating) => (
          <span key={rating}>{rating}</span>
        ))}
      </div>
      {children}
      <div className={styles.xScale} aria-hidden="true">
        {SCALE.map((rating) => (
          <span key={rating}>{rating}</span>
        ))}
      </div>
      <span className={styles.xName} aria-hidden="true">
        {words.impact}
      </span>
    </div>
  );
}

function cells(): readonly Score[] {
  return ROWS.flatMap((likelihood) => SCALE.map((impact) => ({ likelihood, impact })));
}

function cellClass(score: Score, bands: LevelBands): string {
  return `${styles.cell} ${CLASS_OF_LEVEL[levelOf(score, bands)]}`;
}

/** The number of a cell, or the letters of what stands on it. */
function Face({ score, inherent, residual }: Marks & { readonly score: Score }) {
  const isInherent = sameScore(score, inherent);
  const isResidual = sameScore(score, residual);
  const { letters } = words;
  if (isInherent && isResidual) {
    return <Marker kind="both">{`${letters.inherent} ${letters.residual}`}</Marker>;
  }
  if (isInherent) return <Marker kind="inherent">{letters.inherent}</Marker>;
  if (isResidual) return <Marker kind="residual">{letters.residual}</Marker>;
  return <span className={onPath(score, inherent, residual) ? styles.covered : undefined}>{scoreValue(score)}</span>;
}

export function Marker({
  kind,
  small = false,
  children,
}: {
  readonly kind: 'inherent' | 'residual' | 'both';
  readonly small?: boolean;
  readonly children: string;
}) {
  return (
    <span className={`${styles.marker} ${styles[kind]} ${small ? styles.small : ''}`} aria-hidden="true">
      {children}
    </span>
  );
}

/** The way from inherent to residual, from the middle of one cell to the middle of the other. */
function Path({ inherent, residual }: Marks) {
  if (inherent === undefined || residual === undefined || sameScore(inherent, residual)) return null;
  const x = (impact: Rating) => `${impact * 20 - 10}%`;
  const y = (likelihood: Rating) => `${(6 - likelihood) * 20 - 10}%`;
  return (
    <svg className={styles.path} aria-hidden="true" focusable="false">
      <line x1={x(inherent.impact)} y1={y(inherent.likelihood)} x2={x(residual.impact)} y2={y(residual.likelihood)} />
    </svg>
  );
}

/** A number under a straight way would be struck through: it is left out there. */
function onPath({ likelihood, impact }: Score, inherent: Score | undefined, residual: Score | undefined): boolean {
  if (inherent === undefined || residual === undefined) return false;
  const [dl, di] = [residual.likelihood - inherent.likelihood, residual.impact - inherent.impact];
  const [l, i] = [likelihood - inherent.likelihood, impact - inherent.impact];
  const aligned = dl * i === di * l;
  return aligned && l * (l - dl) <= 0 && i * (i - di) <= 0;
}

function nameWithMarks(
  score: Score,
  bands: LevelBands,
  inherent: Score | undefined,
  residual: Score | undefined,
): string {
  const cell = cellName(score, bands);
  const isInherent = sameScore(score, inherent);
  const isResidual = sameScore(score, residual);
  if (isInherent && isResidual) return fill(words.isBoth, { cell });
  if (isInherent) return fill(words.isInherent, { cell });
  return isResidual ? fill(words.isResidual, { cell }) : cell;
}
