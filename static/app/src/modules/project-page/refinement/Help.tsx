import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill } from '../../../shared/strings/fill';
import type { SingleKeys } from '../../../shared/single-keys';
import styles from './help.module.css';

const { help: words, keys } = refinement;

/** Every key, and the switch for those that are a single letter. The browser's own dialog: focus stays in, Esc closes. */
export function Help({
  reasons,
  singleKeys,
  onClose,
}: {
  /** How many reasons there are to choose from. */
  readonly reasons: number;
  readonly singleKeys: SingleKeys;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useModal(dialog);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={title} onClose={onClose}>
      <header className={styles.header}>
        <h2 id={title}>{words.title}</h2>
        <IconButton icon={CrossIcon} label={words.close} appearance="subtle" onClick={onClose} />
      </header>
      <div className={styles.sections}>
        <Section heading={words.move}>
          <Key does={words.keys.next} name={keys.j} />
          <Key does={words.keys.previous} name={keys.k} />
          <Key does={words.keys.open} name={keys.enter} />
          <Row does={words.keys.list}>
            <kbd>{keys.g}</kbd> <kbd>1</kbd> {words.keys.to} <kbd>4</kbd>
          </Row>
        </Section>
        <Section heading={words.decide}>
          <Key does={words.keys.relevant} name={keys.r} />
          <Key does={fill(words.keys.notRelevant, { count: reasons })} name={keys.n} />
          <Key does={words.keys.skip} name={keys.s} />
          <Key does={words.keys.undo} name={keys.u} />
        </Section>
        <Section heading={words.select}>
          <Key does={words.keys.select} name={keys.x} />
          <Row does={words.keys.selectUpTo}>
            <kbd>{keys.shift}</kbd> <kbd>{keys.x}</kbd>
          </Row>
          <Key does={words.keys.escape} name={keys.esc} />
        </Section>
        <Section heading={words.connect}>
          <Key does={words.keys.link} name={keys.l} />
          <Key does={words.keys.enabler} name={keys.e} />
          <Key does={words.keys.help} name={keys.help} />
        </Section>
      </div>
      <footer className={styles.footer}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={singleKeys.on}
            onChange={(event) => singleKeys.set(event.currentTarget.checked)}
          />
          {words.single}
        </label>
        <p>{words.never}</p>
      </footer>
    </dialog>
  );
}

/**
 * Shown where the viewer looks: Jira makes the frame as high as the page and scrolls around it, so that the middle of the
 * frame may be far away. What is seen of the page only an observer can tell across the frame's edge.
 */
function useModal(dialog: RefObject<HTMLDialogElement>): void {
  useEffect(() => {
    const shown = dialog.current;
    if (shown === null) return undefined;
    const observer = new IntersectionObserver(([seen]) => {
      observer.disconnect();
      if (seen !== undefined) shown.style.top = `${Math.max(0, seen.intersectionRect.top)}px`;
      shown.showModal();
    });
    observer.observe(document.body);
    return () => {
      observer.disconnect();
      shown.close();
    };
  }, [dialog]);
}

function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Key({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <Row does={does}>
      <kbd>{name}</kbd>
    </Row>
  );
}

function Row({ does, children }: { readonly does: string; readonly children: ReactNode }) {
  return (
    <div className={styles.key}>
      <dt>{children}</dt>
      <dd>{does}</dd>
    </div>
  );
}
