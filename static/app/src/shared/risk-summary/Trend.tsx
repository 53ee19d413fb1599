import { gadget } from '../strings/en-gadget';
import { trend as words } from '../strings/en-trend';
import { fill, plural } from '../strings/fill';
import { shortDay } from '../days';
import { trendPicture } from '../trend/trend-picture';
import type { TrendPicture, TrendSeries } from '../trend/trend-picture';
import { TrendLine } from '../trend/TrendLine';
import { beginning, changeSince, gapsInWords } from '../trend/trend-words';
import { Skeleton } from '../ui/Skeleton';
import { Block } from './Block';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

/** How the number of open risks changed since the history began. */
export function Trend({
  part,
  projects,
  today,
  beside,
}: {
  readonly part: Part<TrendSeries | undefined>;
  /** How many are counted together. */
  readonly projects: number;
  readonly today: string;
  readonly beside: boolean;
}) {
  const picture = part.status === 'here' && part.value !== undefined ? trendPicture(part.value, today) : undefined;
  const hasLine = picture !== undefined && picture.first.day < picture.last.day;
  return (
    <Block
      heading={words.heading}
      aside={hasLine ? <span className={styles.small}>{changeSince(picture, today)}</span> : undefined}
      part={part}
      placeholder={<Placeholder />}
      className={beside ? styles.half : undefined}
    >
      {(series) => {
        if (series === undefined) return <p className={styles.plain}>{words.ofFilter}</p>;
        if (picture === undefined) return <p className={styles.plain}>{words.none}</p>;
        if (!hasLine) return <p className={styles.plain}>{onlyOne(picture, today)}</p>;
        return (
          <>
            <TrendLine picture={picture} today={today} />
            <p className={styles.trendFoot}>
              {[beginning(series, picture, today), ...gapsInWords(picture, today)].join(' · ')}
            </p>
            <p className={styles.trendFoot}>{projects > 1 ? words.wholeProjects : words.wholeProject}</p>
          </>
        );
      }}
    </Block>
  );
}

function onlyOne({ first }: TrendPicture, today: string): string {
  return fill(words.one, { day: shortDay(first.day, today), open: plural(gadget.open.link, first.open) });
}

function Placeholder() {
  return (
    <>
      <div className={styles.trendPlace}>
        <Skeleton height="2.5rem" />
      </div>
      <p className={styles.trendFoot}>
        <Skeleton width="12rem" height="0.625rem" />
      </p>
      <p className={styles.trendFoot}>
        <Skeleton width="10rem" height="0.625rem" />
      </p>
    </>
  );
}
