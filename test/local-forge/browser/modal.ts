/**
 * The dialog of `new Modal(…).open()`: the platform's own <dialog>, which keeps the focus inside, makes the rest inert
 * and gives the focus back when it closes.
 */
import * as v from 'valibot';
import { raiseFlags } from './flags';

export const modalOptions = v.object({
  resource: v.optional(v.nullable(v.string())),
  onClose: v.optional(v.function()),
  size: v.optional(
    v.picklist(
      ['small', 'medium', 'large', 'xlarge', 'max'],
      (issue) => `The local Forge has no modal size ${issue.received}.`,
    ),
    'medium',
  ),
  context: v.optional(v.unknown()),
  closeOnEscape: v.optional(v.boolean(), true),
  closeOnOverlayClick: v.optional(v.boolean(), true),
  title: v.optional(v.string(), ''),
});
export type ModalOptions = v.InferOutput<typeof modalOptions>;

export interface OpenModal {
  /** Where the page goes. */
  readonly container: HTMLElement;
  close(payload?: unknown): void;
  /** Escape, pressed in the page. */
  escape(): void;
}

/**
 * Opens a dialog.
 * @param onClosed told once, however it was closed; `payload` is that of `view.close(payload)`
 */
export function openModal(options: ModalOptions, label: string, onClosed: (payload: unknown) => void): OpenModal {
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = `forge-modal forge-modal-${options.size}`;
  dialog.setAttribute('aria-label', options.title === '' ? label : options.title);
  const close = (payload?: unknown) => {
    if (!dialog.open) return;
    dialog.close();
    raiseFlags();
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    onClosed(payload);
  };
  const escape = () => {
    if (options.closeOnEscape) close();
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    escape();
  });
  dialog.addEventListener('mousedown', (event) => {
    // Only the backdrop: everything inside is another target.
    if (event.target === dialog && options.closeOnOverlayClick) close();
  });
  if (options.title !== '') dialog.append(header(options.title, close));
  document.body.append(dialog);
  dialog.showModal();
  raiseFlags();
  return { container: dialog, close, escape };
}

function header(title: string, close: () => void): HTMLElement {
  const element = document.createElement('div');
  element.className = 'forge-modal-header';
  const heading = document.createElement('span');
  heading.textContent = title;
  const button = document.createElement('button');
  button.className = 'forge-modal-close';
  button.setAttribute('aria-label', 'Close');
  button.textContent = '×';
  button.addEventListener('click', () => close());
  element.append(heading, button);
  return element;
}
