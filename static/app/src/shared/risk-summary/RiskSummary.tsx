import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import { NotSetUp, ErrorState, StatePanel } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import { fullMoment } from '../days';
import { facts } from '../strings/en-facts';
import { gadget } from '../strings/en-gadget';
import { fill, plural } from '../strings/fill';
import type { BlockName } from './blocks';
import { Attention } from './Attention';
import { CopyMenu } from './CopyMenu';
import { Enablers } from './Enablers';
import { factsAsText, factsOf } from './facts';
import { FactsTable } from './FactsTable';
import { Footer } from './Footer';
import { shownLights } from './lights';
import { LeftOut, Waiting } from './Notes';
import { OpenRisks } from './OpenRisks';
import { Stories } from './Stories';
import { TopRisks } from './TopRisks';
import type { Columns } from './TopRisks';
import { Trend } from './Trend';
import type { SummaryState } from './summary-state';
import { useRiskSummary } from './useRiskSummary';
import type { StartRead, SummarySource, SummaryStand } from './useRiskSummary';
import styles from './RiskSummary.module.css';

export interface SummaryProject {
  readonly id: string;
  readonly name: string;
}

/** The one project that is counted, with the ids to read more of it. */
export interface CountedProject {
  readonly site: SiteSetup;
  readonly project: ProjectSetup;
}

export interface RiskSummaryProps {
  readonly read: StartRead;
  /** Keeps its identity while it means the same. */
  readonly source: SummarySource;
  /** The projects' names, as far as they are known. */
  readonly projects?: readonly SummaryProject[];
  /** The name of the filter, where that is the source. */
  readonly filterName?: string;
  readonly blocks: readonly BlockName[];
  readonly columns: Columns;
  readonly timezone: string;
  readonly siteUrl: string;
  /** Who looks: the numbers of the last look are kept for this person. */
  readonly accountId: string;
  /** Said instead of numbers when none of the projects can be counted. */
  readonly noneUsable?: { readonly heading: string; readonly body: string };
  /** Where one project is counted: stands below Enablers and Definition of Ready. Keeps its identity. */
  readonly timeToClose?: (counted: CountedProject) => ReactNode;
}

/**
 * The security risks of some projects as the viewer may see them. Every number is painted when it arrives and leads to
 * exactly the issues behind it. Fits any width: the layout follows its own column.
 */
export function RiskSummary(props: RiskSummaryProps) {
  const { read, source, blocks, timezone, siteUrl, accountId } = props;
  const withTrend = blocks.includes('trend');
  const question = { start: read, source, withTrend, timezone, siteUrl, accountId };
  const { summary, refresh, today, stand } = useRiskSummary(question);
  const picture = useRef<HTMLDivElement>(null);
  const place = placeOf(props, summary);
  const moment = summary.countedAt === undefined ? '' : fullMoment(summary.countedAt, timezone);
  const text = () => factsAsText(place, moment, summary, blocks, today);

  if (summary.obstacle === 'notSetUp') return <NotSetUp siteUrl={siteUrl} />;
  if (summary.obstacle === 'noneUsable') {
    const said = props.noneUsable ?? (source.kind === 'filter' ? gadget.filterHidden : gadget.noneVisible);
    return (
      <StatePanel heading={said.heading}>
        <p>{said.body}</p>
      </StatePanel>
    );
  }
  if (summary.failure !== undefined) {
    return <ErrorState error={summary.failure} heading={gadget.failed} onRetry={refresh} />;
  }
  return (
    <div className={styles.container}>
      <LiveText>{summary.countedAt === undefined ? gadget.counting : gadget.loaded}</LiveText>
      <Waiting summary={summary} timezone={timezone} onDone={refresh} />
      <LeftOut summary={summary} />
      <div ref={picture}>
        <Blocks {...props} summary={summary} today={today} place={place} stand={stand} />
      </div>
      <FactsTable facts={factsOf(summary, blocks, today)} place={place} />
      <Footer summary={summary} timezone={timezone} onRefresh={refresh}>
        {summary.countedAt === undefined ? null : (
          <CopyMenu text={text} picture={picture} stamp={fill(facts.title, { place, moment })} today={today} />
        )}
      </Footer>
    </div>
  );
}

function Blocks({
  blocks,
  columns,
  summary,
  today,
  place,
  timeToClose,
  stand,
}: RiskSummaryProps & {
  readonly summary: SummaryState;
  readonly today: string;
  readonly place: string;
  readonly stand: SummaryStand | undefined;
}) {
  const { parts, scope } = summary;
  const lights = shownLights(summary);
  const shows = (block: BlockName) => blocks.includes(block);
  const project = stand?.projects.length === 1 ? stand.projects[0] : undefined;
  const headIsTwo = shows('open') && shows('trend');
  return (
    <div className={styles.view} aria-busy={summary.phase === 'counting'}>
      {shows('open') ? (
        <OpenRisks
          part={parts.risks}
          where={fill(gadget.inPlace, { place })}
          light={lights.openRisks}
          beside={headIsTwo}
        />
      ) : null}
      {shows('trend') ? (
        <Trend part={parts.trend} projects={scope?.projectIds.length ?? 1} today={today} beside={headIsTwo} />
      ) : null}
      {shows('attention') ? <Attention part={parts.attention} risks={parts.risks} light={lights.reviews} /> : null}
      {shows('enablers') ? <Enablers part={parts.enablers} light={lights.enablers} /> : null}
      {shows('ready') ? <Stories part={parts.stories} light={lights.readiness} /> : null}
      {timeToClose !== undefined && stand !== undefined && project !== undefined ? (
        <div className={styles.block}>{timeToClose({ site: stand.site, project })}</div>
      ) : null}
      {shows('top') ? <TopRisks part={parts.topRisks} risks={parts.risks} columns={columns} today={today} /> : null}
    </div>
  );
}

/** The name of the project or filter, or how many projects where there are several. */
function placeOf({ source, projects = [], filterName }: RiskSummaryProps, { scope }: SummaryState): string {
  if (source.kind === 'filter') return filterName ? fill(gadget.filterNamed, { name: filterName }) : gadget.filter;
  const counted = scope?.projectIds ?? source.projectIds;
  const only = counted.length === 1 ? projects.find(({ id }) => id === counted[0]) : undefined;
  return only === undefined ? plural(gadget.projects, counted.length) : only.name;
}
