import { useLayoutEffect } from 'react';
import type { ReactNode, RefObject } from 'react';
import styles from './paper/paper.module.css';

/** Width of paper in pixels, and the least width to which it is made smaller as a whole: text stays readable. */
const PAPER_WIDTH = 1123;
const LEAST_WIDTH = 955;

/** What the paper lies on; the paper is its only child. A little too narrow, and the whole page of paper is smaller. */
export function Sheet({ at, children }: { readonly at: RefObject<HTMLDivElement>; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    const element = at.current;
    if (element === null) return undefined;
    const fit = () => {
      const width = element.clientWidth;
      const scale = width < LEAST_WIDTH ? 1 : Math.min(1, width / PAPER_WIDTH);
      element.style.setProperty('--paper-scale', String(scale));
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [at]);
  return (
    <div ref={at} className={styles.sheet}>
      {children}
    </div>
  );
}
