import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import styles from './meeting.module.css';

const SingleKeysOn = createContext(true);

/** Whether single keys do something; where they do not, no button names one. */
export const SingleKeysProvider = SingleKeysOn.Provider;

/** A key beside what it does. Decoration: the button tells its key by `aria-keyshortcuts`. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  const on = useContext(SingleKeysOn);
  return on ? (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  ) : null;
}

/** For `aria-keyshortcuts`. */
export function useKeyName(): (key: string) => { readonly 'aria-keyshortcuts'?: string } {
  const on = useContext(SingleKeysOn);
  return (key) => (on ? { 'aria-keyshortcuts': key } : {});
}
