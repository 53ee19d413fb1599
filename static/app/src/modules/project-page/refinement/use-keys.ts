import { useEffect, useRef } from 'react';
import { commandOf } from './keys';
import type { Command, Pressed } from './keys';

/** How long the second key of “g 1” may take. */
const AFTER_G_MS = 1500;

/**
 * Keys for the whole page, wherever in its frame the focus is; a key pressed elsewhere in Jira never comes here. Not in a
 * text field, nor with a modifier, nor while a dialog is open. Keys that move may be held down.
 */
export function useKeys({
  singleKeys,
  choosingReason,
  onCommand,
}: {
  readonly singleKeys: boolean;
  readonly choosingReason: boolean;
  /** False: there was nothing to do, and the key is left to the browser. */
  readonly onCommand: (command: Command) => boolean;
}): void {
  const latest = useRef({ singleKeys, choosingReason, onCommand });
  useEffect(() => {
    latest.current = { singleKeys, choosingReason, onCommand };
  });
  useEffect(() => {
    let afterG = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const { onCommand: tell, ...state } = latest.current;
      const pressed: Pressed = { key: event.key, shift: event.shiftKey, focus: focusOf(event.target) };
      const command = commandOf(pressed, { ...state, afterG });
      if (event.key === 'Shift') return;
      afterG = false;
      clearTimeout(timer);
      if (command === undefined) return;
      if (event.repeat && !MAY_REPEAT.has(command.do)) return;
      if (command.do === 'wait') {
        afterG = true;
        timer = setTimeout(() => {
          afterG = false;
        }, AFTER_G_MS);
        event.preventDefault();
      } else if (tell(command)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

const MAY_REPEAT: ReadonlySet<Command['do']> = new Set(['next', 'previous']);

function focusOf(target: EventTarget | null): Pressed['focus'] {
  if (!(target instanceof HTMLElement)) return 'list';
  if (target.isContentEditable || target.matches('textarea, select')) return 'text';
  if (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)) return 'text';
  return target.matches('a, button, input, summary, label, [role="region"]') ? 'control' : 'list';
}
