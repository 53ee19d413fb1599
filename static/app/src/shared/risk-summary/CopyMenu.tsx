import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { facts as words } from '../strings/en-facts';
import { fill } from '../strings/fill';
import { copyText } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import type { CopiedImage, PictureOf } from './picture';
import styles from './RiskSummary.module.css';

const SAID_MS = 6000;

/** What draws is loaded when somebody wants an image. */
async function drawn(what: PictureOf): Promise<CopiedImage> {
  const { copyAsImage } = await import('./picture');
  return copyAsImage(what);
}

/** The numbers as text or as an image, for a chat or a slide. */
export function CopyMenu({
  text,
  picture,
  stamp,
  today,
}: {
  /** Made when it is asked for. */
  readonly text: () => string;
  readonly picture: RefObject<HTMLElement>;
  /** What the image shows, and when. */
  readonly stamp: string;
  readonly today: string;
}) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const choices = useId();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (said === '' || said === words.copy.working) return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    close();
  };
  const asText = () => {
    close();
    void copyText(text()).then((done) => setSaid(done ? words.copy.textDone : words.copy.failed));
  };
  const asImage = () => {
    close();
    const element = picture.current;
    if (element === null) return;
    setSaid(words.copy.working);
    drawn({ element, stamp, fileName: fill(words.copy.fileName, { day: today }) }).then(
      (how) => setSaid(how === 'copied' ? words.copy.imageDone : words.copy.imageSaved),
      () => setSaid(words.copy.failed),
    );
  };
  return (
    // Escape is heard wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.copy} onKeyDown={onKeyDown}>
      <LiveText>{said}</LiveText>
      {said === '' ? null : <span aria-hidden="true">{said}</span>}
      <button
        ref={opener}
        type="button"
        className={styles.refresh}
        aria-expanded={open}
        aria-controls={open ? choices : undefined}
        onClick={() => setOpen(!open)}
      >
        {words.copy.open}
      </button>
      {open ? (
        <div id={choices} className={styles.copyChoices}>
          <button type="button" onClick={asImage}>
            {words.copy.image}
          </button>
          <button type="button" onClick={asText}>
            {words.copy.text}
          </button>
        </div>
      ) : null}
    </div>
  );
}
