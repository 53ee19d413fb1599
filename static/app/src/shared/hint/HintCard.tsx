import { Fragment } from 'react';
import { languageOf } from '../../../../../src/domain/hints/language';
import type { Hint } from '../../../../../src/domain/hints/hint';
import type { StoryHint } from '../../../../../src/reads/story-view';
import { hints } from '../strings/en-hints';
import { fill } from '../strings/fill';
import { HintIcon } from './HintIcon';
import { HintWhy } from './HintWhy';
import { Pieces } from './MarkedText';
import { quotationOf } from './quotation';
import styles from './hint.module.css';

/** Why a story may be relevant: topic, the story's own words, the question to ask, and the evidence on request. */
export function HintCard({
  story,
  headingLevel = 3,
}: {
  readonly story: StoryHint;
  /** Where the card stands in the page's headings. */
  readonly headingLevel?: 2 | 3 | 4;
}) {
  const { hint } = story;
  const [first] = hint.topics;
  if (first === undefined) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={styles.card} aria-label={hints.label}>
      <div className={styles.head}>
        <HintIcon />
        <Heading className={styles.heading}>{fill(hints.heading, { topic: hints.topics[first].name })}</Heading>
        <FurtherTopics hint={hint} />
      </div>
      <p className={styles.label}>{hints.words}</p>
      <Quotation story={story} />
      <p className={styles.label}>{hints.asks}</p>
      <p className={styles.question}>{hints.topics[first].question}</p>
      <HintWhy hint={hint} />
      <p className={styles.foot}>{hints.never}</p>
    </section>
  );
}

function FurtherTopics({ hint }: { readonly hint: Hint }) {
  const [, second, ...more] = hint.topics;
  if (second === undefined) return null;
  const topic = hints.topics[second].name;
  return (
    <span className={styles.subtle}>
      {more.length === 0 ? fill(hints.also, { topic }) : fill(hints.alsoMany, { topic, count: more.length })}
    </span>
  );
}

/** The words in their sentences, in the quotation marks of the story's language. */
function Quotation({ story: { hint, text } }: { readonly story: StoryHint }) {
  const language = languageOf(`${text.summary}\n${text.description}`);
  const [open, close] = hints.quotation[language ?? 'en'];
  const quoted = quotationOf(hint, text);
  return (
    <blockquote className={styles.quotation} lang={language}>
      {open}
      {quoted.map(({ pieces, cutBefore, cutAfter }, index) => (
        <Fragment key={index}>
          {index > 0 || cutBefore ? `${index > 0 ? ' ' : ''}${hints.omission} ` : null}
          <Pieces pieces={pieces} />
          {cutAfter && index === quoted.length - 1 ? ` ${hints.omission}` : null}
        </Fragment>
      ))}
      {close}
    </blockquote>
  );
}

/** What stands in the card's place where there is no hint. */
export function NoHint() {
  return (
    <p className={styles.none}>
      <HintIcon subtle />
      <span>{hints.none}</span>
    </p>
  );
}
