import { useEffect, useRef } from 'react';

/** What each single key does; lower case. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Single keys for what is on screen. They work only while the focus is inside this page (a key pressed elsewhere in
 * Jira never reaches its frame), and not in a text field, nor with a modifier, nor while a key is held down.
 * @param on whether keys that write a character count; Escape always does.
 */
export function useShortcuts(shortcuts: Shortcuts, on: boolean): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = on ? shortcuts : withoutCharacters(shortcuts);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTextField(event.target) && event.key !== 'Escape') return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (!Object.hasOwn(current.current, key)) return;
      event.preventDefault();
      current.current[key]?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function withoutCharacters(shortcuts: Shortcuts): Shortcuts {
  return Object.fromEntries(Object.entries(shortcuts).filter(([key]) => key.length > 1));
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
}
