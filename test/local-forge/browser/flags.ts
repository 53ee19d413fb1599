/**
 * The flags of `showFlag`: short messages in the host page's lower left corner.
 */
import * as v from 'valibot';

const options = v.object({
  id: v.union([v.string(), v.number()]),
  title: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  type: v.optional(v.picklist(['info', 'success', 'warning', 'error']), 'info'),
  appearance: v.optional(v.picklist(['info', 'success', 'warning', 'error'])),
  actions: v.optional(v.array(v.object({ text: v.string(), onClick: v.function() })), []),
  isAutoDismiss: v.optional(v.boolean(), false),
});

const AUTO_DISMISS_MS = 8000;
const AREA = 'forge-flags';
const shown = new Map<string | number, HTMLElement>();

/** @throws where the options are not those of showFlag. */
export function showFlag(payload: unknown): void {
  const flag = v.parse(options, payload);
  closeFlag(flag.id);
  const element = document.createElement('div');
  element.className = `forge-flag forge-flag-${flag.appearance ?? flag.type}`;
  element.setAttribute('role', 'alert');
  element.append(textElement('strong', flag.title), textElement('p', flag.description));
  for (const { text, onClick } of flag.actions) {
    const button = textElement('button', text);
    button.addEventListener('click', () => onClick());
    element.append(button);
  }
  const dismiss = textElement('button', '×');
  dismiss.className = 'forge-flag-dismiss';
  dismiss.setAttribute('aria-label', 'Dismiss');
  dismiss.addEventListener('click', () => closeFlag(flag.id));
  element.append(dismiss);
  area().append(element);
  raiseFlags();
  shown.set(flag.id, element);
  if (flag.isAutoDismiss) setTimeout(() => closeFlag(flag.id), AUTO_DISMISS_MS);
}

/**
 * Moves the flags into the topmost open modal, outside of which nothing can be clicked; or back into the page. To be
 * called whenever a modal opens or is about to leave the page.
 */
export function raiseFlags(): void {
  const flags = document.getElementById(AREA);
  const top = [...document.querySelectorAll('dialog.forge-modal[open]')].at(-1) ?? document.body;
  if (flags !== null && flags.parentElement !== top) top.append(flags);
}

/** @returns whether it was there. */
export function closeFlag(id: unknown): boolean {
  const key = id as string | number;
  shown.get(key)?.remove();
  return shown.delete(key);
}

function area(): HTMLElement {
  const existing = document.getElementById(AREA);
  if (existing !== null) return existing;
  const created = document.createElement('div');
  created.id = AREA;
  document.body.append(created);
  return created;
}

function textElement(name: string, content: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = content;
  return element;
}
