import { forwardRef } from 'react';
import type { ReactNode } from 'react';
import { formatCount } from '../../../../shared/strings/fill';
import type { TeamBlock } from '../../../../../../../src/domain/report';
import { TEAM_BLOCKS } from '../../../../../../../src/domain/report';
import { TrendLine } from '../../../../shared/trend/TrendLine';
import { IssuesLink } from '../../../../shared/ui/SiteLink';
import type { BlockOnSlide, Slide } from '../model/slide';
import { ChartView } from './ChartView';
import { Light } from './Light';
import { Lines } from './Lines';
import { Arrow, LockIcon } from './marks';
import './light-paper.css';
import styles from './paper.module.css';

/** Where something is typed in, right on the slide; missing for readers and on a frozen report. */
export interface PaperSlots {
  /** Beside the headline, and in its place while it is written. */
  readonly headline: { readonly button: ReactNode; readonly form: ReactNode | undefined };
  readonly block: (block: TeamBlock) => ReactNode;
  /** The form of the block that is being changed: below the row of the three. */
  readonly blockForm: ReactNode | undefined;
  readonly decisions: { readonly button: ReactNode; readonly form: ReactNode | undefined };
}

/** One A4 landscape page: the same on the screen, in print and as a picture. Always light, as paper is. */
export const Paper = forwardRef<HTMLElement, { readonly slide: Slide; readonly slots: PaperSlots | undefined }>(
  function Paper({ slide, slots }, ref) {
    const team = slide.blocks.filter(isOfTeam);
    const computed = slide.blocks.filter((block) => !isOfTeam(block));
    return (
      <article ref={ref} className={`${styles.paper} light-paper`} aria-label={slide.label}>
        <header className={styles.top}>
          <div className={styles.topText}>
            <p className={styles.what}>{slide.what}</p>
            {slots?.headline.form ?? (
              <h2 className={styles.headline}>
                {slide.headline}
                {slots?.headline.button}
              </h2>
            )}
          </div>
          <OpenNumber slide={slide} />
        </header>
        <div className={styles.blocks}>
          {team.map((block) => (
            <Block key={block.block} block={block} tool={slots?.block(block.block as TeamBlock)} />
          ))}
          {slots?.blockForm}
          {computed.map((block) => (
            <Block key={block.block} block={block} />
          ))}
        </div>
        <div className={styles.low}>
          <Lines lines={slide.closed} look="good" />
          <Lines lines={slide.worse} look="bad" />
          <div>
            <Lines lines={slide.decisions} look="ask" tool={slots?.decisions.button} />
          </div>
        </div>
        {slots?.decisions.form}
        <footer className={styles.foot}>
          <span>
            {slide.kind === 'frozen' ? <LockIcon /> : null}
            <b>{slide.foot.state}</b>
          </span>
          <span>{slide.foot.note}</span>
        </footer>
      </article>
    );
  },
);

function isOfTeam({ block }: BlockOnSlide): boolean {
  return (TEAM_BLOCKS as readonly string[]).includes(block);
}

function OpenNumber({ slide: { open, history } }: { readonly slide: Slide }) {
  const number = formatCount(open.count);
  return (
    <div className={styles.number}>
      {history === undefined ? null : (
        <figure className={styles.trend}>
          <TrendLine picture={history.picture} today={history.today} />
          <figcaption>{history.caption}</figcaption>
        </figure>
      )}
      <p className={styles.open}>
        <b>{open.jql === undefined ? number : <IssuesLink jql={open.jql}>{number}</IssuesLink>}</b>{' '}
        <span>
          {open.words}
          {open.change === undefined ? null : (
            <em>
              {open.change.direction === 'same' ? null : <Arrow direction={open.change.direction} />}
              {open.change.text}
            </em>
          )}
        </span>
      </p>
    </div>
  );
}

function Block({ block, tool }: { readonly block: BlockOnSlide; readonly tool?: ReactNode }) {
  const { name, light, rule, sentence, chart, source, jql } = block;
  return (
    <section className={`${styles.block} ${styles[light]}`} aria-label={name}>
      <header>
        <h3>{name}</h3>
        <Light light={light} rule={rule} block={name} />
      </header>
      <p className={styles.sentence}>{sentence}</p>
      {chart === undefined ? null : (
        <div className={styles.chart}>
          <ChartView chart={chart} />
        </div>
      )}
      <p className={styles.source}>
        {jql === undefined ? <span>{source}</span> : <IssuesLink jql={jql}>{source}</IssuesLink>}
        {tool}
      </p>
    </section>
  );
}
