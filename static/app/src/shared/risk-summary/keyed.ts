import { createElement, Fragment } from 'react';
import type { ReactNode } from 'react';

/** The pieces of a filled sentence as children, with the keys React wants. */
export function keyed(pieces: readonly ReactNode[]): ReactNode[] {
  return pieces.map((piece, index) => createElement(Fragment, { key: index }, piece));
}
