import type { PersonColour } from '../site/contract';
import { Icon } from './icon';
import { classes } from './classes';
import styles from './avatar.module.css';

const COLOURS: readonly PersonColour[] = ['purple', 'teal', 'orange', 'magenta', 'blue'];

/** Decoration: the person's name stands beside it, or the one who shows it alone adds it for screen readers. */
export function Avatar({
  name,
  colour = colourOf(name),
  size = 24,
}: {
  /** Empty: nobody. */
  name: string;
  colour?: PersonColour;
  size?: 24 | 32;
}) {
  const sized = size === 32 ? styles.large : '';
  if (colour === 'none') {
    return (
      <span className={classes(styles.avatar, styles.none, sized)} aria-hidden="true">
        <Icon name={name === '' ? 'person' : 'eye'} small />
      </span>
    );
  }
  return (
    // Drawn by the style sheet, so that the letters are no text of the button or link they stand in.
    <span className={classes(styles.avatar, styles[colour], sized)} data-initials={initials(name)} aria-hidden="true" />
  );
}

/** The people of the demo keep the colours of the shell's user menu; everybody else gets a steady one. */
const KNOWN: Readonly<Record<string, PersonColour>> = {
  'Mara Lindqvist': 'purple',
  'Deniz Aydin': 'teal',
  'Jonas Weber': 'orange',
  'Priya Nair': 'magenta',
  'Tomasz Zielinski': 'blue',
};

export function colourOf(name: string): PersonColour {
  if (name === '') return 'none';
  const known = KNOWN[name];
  if (known !== undefined) return known;
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return COLOURS[sum % COLOURS.length] ?? 'blue';
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
