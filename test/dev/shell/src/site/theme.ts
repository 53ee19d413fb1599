import { useCallback, useSyncExternalStore } from 'react';

export type ColorMode = 'light' | 'dark';

const KEY = 'local-jira-color-mode';
const listeners = new Set<() => void>();

function read(): ColorMode {
  return document.documentElement.dataset.colorMode === 'dark' ? 'dark' : 'light';
}

function write(mode: ColorMode): void {
  document.documentElement.dataset.colorMode = mode;
  document.documentElement.dataset.theme = `${mode}:${mode}`;
  window.localStorage.setItem(KEY, mode);
  for (const listener of listeners) listener();
}

/** Before the first paint: the mode chosen last, or `?theme=dark`, or what the system prefers. */
export function startTheme(): void {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? window.localStorage.getItem(KEY);
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  write(asked === 'dark' || asked === 'light' ? asked : system);
}

export function useColorMode(): [ColorMode, () => void] {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  const mode = useSyncExternalStore(subscribe, read);
  return [mode, () => write(mode === 'light' ? 'dark' : 'light')];
}
