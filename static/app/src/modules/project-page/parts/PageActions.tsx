import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The place beside the page's title; `null` until it is drawn. */
export const ActionsSlot = createContext<HTMLElement | null>(null);

/** What can be done with the open tab as a whole: stands beside the page's title. */
export function PageActions({ children }: { readonly children: ReactNode }) {
  const slot = useContext(ActionsSlot);
  return slot === null ? null : createPortal(children, slot);
}
