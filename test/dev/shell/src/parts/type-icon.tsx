import { classes } from './classes';
import styles from './icon.module.css';

interface Drawing {
  readonly colour: string | undefined;
  readonly path: string;
  readonly filled?: boolean;
}

const BOOKMARK: Drawing = { colour: styles.green, path: 'M5.25 4.5h5.5v7L8 9.35 5.25 11.5v-7Z', filled: true };
const TICK: Drawing = { colour: styles.blue, path: 'm4.75 8.2 2.2 2.2 4.3-4.6' };
const DOT: Drawing = {
  colour: styles.red,
  path: 'M10.75 8a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0Z',
  filled: true,
};
const BOLT: Drawing = { colour: styles.purple, path: 'M8.75 4 5 8.75h3L7.25 12 11 7.25H8L8.75 4Z', filled: true };
const BRANCH: Drawing = { colour: styles.blue, path: 'M4.75 4.75h4v4M7.25 7.25h4v4h-4v-4Z' };
const SHIELD: Drawing = {
  colour: styles.magenta,
  path: 'M8 4 11.25 5.2v2.6c0 2-1.3 3.5-3.25 4.25C6.05 11.3 4.75 9.8 4.75 7.8V5.2L8 4Z',
};
const SQUARE: Drawing = { colour: styles.gray, path: 'M5.5 5.5h5v5h-5v-5Z' };

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  Story: BOOKMARK,
  Task: TICK,
  Bug: DOT,
  Epic: BOLT,
  'Sub-task': BRANCH,
  'Security Risk': SHIELD,
};

/** The coloured square of an issue type; read out as the type's name. */
export function TypeIcon({ name }: { name: string }) {
  const drawing = DRAWINGS[name] ?? SQUARE;
  return (
    <svg className={classes(styles.type, drawing.colour)} viewBox="0 0 16 16" role="img" aria-label={name}>
      <rect x=".5" y=".5" width="15" height="15" rx="3.5" />
      <path className={drawing.filled === true ? styles.filled : undefined} d={drawing.path} />
    </svg>
  );
}
