import { useCallback } from 'react';
import { NotSetUp, ErrorState, StatePanel } from '../ui/StatePanel';
import { Note } from '../ui/Note';
import { useCountdown } from '../ui/useCountdown';
import { LiveText } from '../ui/VisuallyHidden';
import { clockTime } from '../days';
import { common } from '../strings/en-common';
import { gadget } from '../strings/en-gadget';
import { fill, plural } from '../strings/fill';
import type { BlockName } from './blocks';
import { Attention } from './Attention';
import { Enablers } from './Enablers';
import { Footer } from './Footer';
import { OpenRisks } from './OpenRisks';
import { Stories } from './Stories';
import { TopRisks } from './TopRisks';
import type { Columns } from './TopRisks';
import type { SummaryState } from './summary-state';
import { useRiskSummary } from './useRiskSummary';
import type { StartRead } from './useRiskSummary';
import styles from './RiskSummary.module.css';

export interface SummaryProject {
  readonly id: string;
  readonly name: string;
}

export interface RiskSummaryProps {
  readonly read: StartRead;
  /** At least one. Keeps its identity while it means the same projects. */
  readonly projectIds: readonly string[];
  /** The projects' names, as far as they are known. */
  readonly projects: readonly SummaryProject[];
  readonly blocks: readonly BlockName[];
  readonly columns: Columns;
  readonly timezone: string;
  readonly siteUrl: string;
  /** Said instead of numbers when none of the projects can be counted. */
  readonly noneUsable?: { readonly heading: string; readonly body: string };
}

/**
 * The security risks of some projects as the viewer may see them. Every number is painted when it arrives and leads to
 * exactly the issues behind it. Fits any width: the layout follows its own column.
 */
export function RiskSummary(props: RiskSummaryProps) {
  const { read, projectIds, timezone, siteUrl, noneUsable = gadget.noneVisible } = props;
  const { summary, refresh, today } = useRiskSummary(read, projectIds, timezone);

  if (summary.obstacle === 'notSetUp') return <NotSetUp siteUrl={siteUrl} />;
  if (summary.obstacle === 'noneUsable') {
    return (
      <StatePanel heading={noneUsable.heading}>
        <p>{noneUsable.body}</p>
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
      <Blocks {...props} summary={summary} today={today} />
      <Footer summary={summary} timezone={timezone} onRefresh={refresh} />
    </div>
  );
}

function Blocks({
  projectIds,
  projects,
  blocks,
  columns,
  summary,
  today,
}: RiskSummaryProps & { readonly summary: SummaryState; readonly today: string }) {
  const { parts, scope } = summary;
  const shows = (block: BlockName) => blocks.includes(block);
  return (
    <div className={styles.view} aria-busy={summary.phase === 'counting'}>
      {shows('open') ? (
        <OpenRisks part={parts.risks} where={placeOf(scope?.projectIds ?? projectIds, projects)} />
      ) : null}
      {shows('attention') ? <Attention part={parts.attention} risks={parts.risks} /> : null}
      {shows('enablers') ? <Enablers part={parts.enablers} /> : null}
      {shows('ready') ? <Stories part={parts.stories} /> : null}
      {shows('top') ? <TopRisks part={parts.topRisks} risks={parts.risks} columns={columns} today={today} /> : null}
    </div>
  );
}

/** "in Web Shop", or how many projects where there are several. */
function placeOf(counted: readonly string[], projects: readonly SummaryProject[]): string {
  const only = counted.length === 1 ? projects.find(({ id }) => id === counted[0]) : undefined;
  return only === undefined ? plural(gadget.inProjects, counted.length) : fill(gadget.inProject, { name: only.name });
}

/** Says what the numbers cover. Counts only what the gadget's own settings name. */
function LeftOut({ summary }: { readonly summary: SummaryState }) {
  const { scope } = summary;
  if (scope === undefined || scope.leftOut === 0) return null;
  const shown = scope.projectIds.length;
  return (
    <Note look="information" heading={fill(gadget.partial.heading, { shown, all: shown + scope.leftOut })}>
      {plural(gadget.partial.body, scope.leftOut)}
    </Note>
  );
}

function Waiting({
  summary,
  timezone,
  onDone,
}: {
  readonly summary: SummaryState;
  readonly timezone: string;
  readonly onDone: () => void;
}) {
  if (summary.waitSeconds === undefined) return null;
  const { countedAt, waitSeconds } = summary;
  return (
    <Countdown seconds={waitSeconds} onDone={onDone}>
      {countedAt === undefined
        ? gadget.wait.body
        : fill(gadget.wait.bodyWithNumbers, { time: clockTime(countedAt, timezone) })}
    </Countdown>
  );
}

/** Announced once, counted down silently; at zero it tries again by itself, so there is no button. */
function Countdown({
  seconds,
  onDone,
  children,
}: {
  readonly seconds: number;
  readonly onDone: () => void;
  readonly children: string;
}) {
  const done = useCallback(() => onDone(), [onDone]);
  const left = useCountdown(seconds, done);
  return (
    <>
      <LiveText>{plural(common.announceWaiting, seconds)}</LiveText>
      <Note look="warning" heading={fill(gadget.wait.heading, { seconds: left })}>
        {children}
      </Note>
    </>
  );
}
