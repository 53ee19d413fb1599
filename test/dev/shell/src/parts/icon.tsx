import { classes } from './classes';
import styles from './icon.module.css';

/** Line drawings on a 16 px grid. */
const PATHS = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.4 10.4l3.3 3.3',
  plus: 'M8 3v10M3 8h10',
  flask: 'M6 2.25h4M6.75 2.25V6.5L3 12.4c-.4.65.05 1.35.8 1.35h8.4c.75 0 1.2-.7.8-1.35L9.25 6.5V2.25M4.9 10h6.2',
  down: 'm4 6.25 4 4 4-4',
  right: 'm6.25 4 4 4-4 4',
  arrow: 'M2.75 8h10.5M9.25 4l4 4-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.25 8.4 3.1 3.1 6.4-6.9',
  board:
    'M2.75 2.5H4.5a.75.75 0 0 1 .75.75v9.5a.75.75 0 0 1-.75.75H2.75A.75.75 0 0 1 2 12.75v-9.5a.75.75 0 0 1 .75-.75ZM7.15 2.5H8.9a.75.75 0 0 1 .75.75v6a.75.75 0 0 1-.75.75H7.15a.75.75 0 0 1-.75-.75v-6a.75.75 0 0 1 .75-.75ZM11.55 2.5h1.75a.75.75 0 0 1 .75.75V11a.75.75 0 0 1-.75.75h-1.75A.75.75 0 0 1 10.8 11V3.25a.75.75 0 0 1 .75-.75Z',
  list: 'M2.25 3.5h11.5M2.25 8h11.5M2.25 12.5h7',
  gauge: 'M2.5 12a6.25 6.25 0 1 1 11 0M8 9l2.75-3.25',
  shield: 'M8 1.75 13 3.6v4.1c0 3.1-2 5.4-5 6.55C5 13.1 3 10.8 3 7.7V3.6L8 1.75Z',
  shieldAlert: 'M8 1.75 13 3.6v4.1c0 3.1-2 5.4-5 6.55C5 13.1 3 10.8 3 7.7V3.6L8 1.75ZM8 5v3.2M8 10.4h.01',
  shieldMinus: 'M8 1.75 13 3.6v4.1c0 3.1-2 5.4-5 6.55C5 13.1 3 10.8 3 7.7V3.6L8 1.75ZM5.75 7.75h4.5',
  sliders:
    'M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14M11.5 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM8.5 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  person: 'M10.75 5.25a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM2.75 13.75c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4',
  eye: 'M1.5 8S3.9 3.5 8 3.5 14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8ZM9.9 8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0Z',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 2.5v3h-3',
  more: 'M3 8h.75M7.6 8h.75M12.25 8H13',
  moon: 'M13.5 9.6A5.75 5.75 0 0 1 6.4 2.5a5.75 5.75 0 1 0 7.1 7.1Z',
  sun: 'M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  warning: 'M8 2.25 14.25 13.5H1.75L8 2.25ZM8 6.5v3.25M8 11.6h.01',
  info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.5v3.25M8 5.2h.01',
  pencil: 'm2.5 13.5.6-2.9 7.9-7.9a1.4 1.4 0 0 1 2 0l.3.3a1.4 1.4 0 0 1 0 2l-7.9 7.9-2.9.6Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside a word; whoever shows it alone names its button. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={classes(styles.icon, small && styles.small)} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
