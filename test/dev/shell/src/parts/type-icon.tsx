import { useState } from 'react';
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
const SQUARE: Drawing = { colour: styles.gray, path: 'M5.5 5.5h5v5h-5v-5Z' };

/** Jira's own pictures, by their ids … */
const OF_AVATARS: Readonly<Record<number, Drawing>> = {
  10_300: SQUARE,
  10_303: DOT,
  10_307: BOLT,
  10_315: BOOKMARK,
  10_316: BRANCH,
  10_318: TICK,
};
/** … and by the types' names, where an answer of Jira has no picture in it. */
const OF_NAMES: Readonly<Record<string, Drawing>> = {
  Story: BOOKMARK,
  Task: TICK,
  Bug: DOT,
  Epic: BOLT,
  'Sub-task': BRANCH,
  Subtask: BRANCH,
};

/** The picture of an issue type; read out as the type's name, unless the name stands beside it. */
export function TypeIcon({
  type,
  isNamed = false,
}: {
  type: { readonly name: string; readonly avatarId?: number | undefined } | undefined;
  /** Its name is written beside it. */
  isNamed?: boolean;
}) {
  const { name = '', avatarId } = type ?? {};
  const [failed, setFailed] = useState<number>();
  const isUploaded = avatarId !== undefined && OF_AVATARS[avatarId] === undefined && failed !== avatarId;
  if (isUploaded) {
    return (
      <img
        className={styles.type}
        src={`/rest/api/3/universal_avatar/view/type/issuetype/avatar/${avatarId}?size=small`}
        alt={isNamed ? '' : name}
        width={16}
        height={16}
        onError={() => setFailed(avatarId)}
      />
    );
  }
  const drawing = (avatarId === undefined ? OF_NAMES[name] : OF_AVATARS[avatarId]) ?? SQUARE;
  return (
    <svg
      className={classes(styles.type, drawing.colour)}
      viewBox="0 0 16 16"
      {...(isNamed ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      <rect x=".5" y=".5" width="15" height="15" rx="3.5" />
      <path className={drawing.filled === true ? styles.filled : undefined} d={drawing.path} />
    </svg>
  );
}
