import type { SiteState } from '../state/site-state';

/** A picture that Jira brings along for issue types; drawn here. */
export interface SystemAvatar {
  readonly id: string;
  readonly fileName: string;
  readonly svg: string;
}

function drawn(id: string, name: string, colour: string, shape: string): SystemAvatar {
  return {
    id,
    fileName: `${name}.svg`,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="2" fill="${colour}"/>` +
      `<g fill="none" stroke="#fff" stroke-width="1.5">${shape}</g></svg>`,
  };
}

/** The first is what Jira shows for a type without a picture of its own. */
export const SYSTEM_AVATARS: readonly SystemAvatar[] = [
  drawn('10300', 'genericissue', '#2684FF', '<path d="M4 5h8M4 8h8M4 11h5"/>'),
  drawn('10303', 'bug', '#E2483D', '<circle cx="8" cy="8" r="3"/>'),
  drawn('10307', 'epic', '#964AC0', '<path d="M9 2.5 5 9h3l-1 4.5L11 7H8z"/>'),
  drawn('10315', 'story', '#6A9A23', '<path d="M5 3.5h6v9L8 10l-3 2.5z"/>'),
  drawn('10316', 'subtask', '#4688EC', '<path d="M4 4h5v5H4zM7 7h5v5H7z"/>'),
  drawn('10318', 'task', '#4688EC', '<path d="m4.5 8 2.5 2.5 4.5-5"/>'),
];

/** Ids of uploaded pictures begin behind those of Jira's own. */
export const LAST_SYSTEM_AVATAR = 10_499;

/** Whether an issue type may show the picture with this id. */
export function isIssueTypeAvatar(state: SiteState, id: number): boolean {
  return SYSTEM_AVATARS.some((avatar) => avatar.id === String(id)) || state.avatars.has(String(id));
}
