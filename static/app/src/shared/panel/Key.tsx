import { createContext, useContext } from 'react';
import styles from './panel.module.css';

/** Whether single keys work: where they do not, no key is shown beside a control. */
const KeysOn = createContext(true);
export const KeysOnProvider = KeysOn.Provider;

export function useKeysOn(): boolean {
  return useContext(KeysOn);
}

/** The key that does the same as the control it stands in. */
export function Key({ children }: { readonly children: string | number }) {
  return useKeysOn() ? <kbd className={styles.kbd}>{children}</kbd> : null;
}
