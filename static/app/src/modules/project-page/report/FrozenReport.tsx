import { useCallback, useMemo, useRef } from 'react';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { useReading } from '../../../shared/use-reading';
import type { ProjectStand } from '../ProjectPage';
import { Bar } from './Bar';
import { slideOf } from './model/slide-of';
import { Paper } from './paper/Paper';
import { PaperSkeleton } from './PaperSkeleton';
import { readFrozenView } from './reading';
import type { FrozenView } from './reading';
import { Sheet } from './Sheet';
import styles from './report.module.css';

/** A report as it was frozen: the numbers of then, the issues as this viewer may see them now. */
export function FrozenReport({
  number,
  stand,
  timezone,
  onOpen,
}: {
  readonly number: number;
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly onOpen: (number: number | undefined) => void;
}) {
  const read = useCallback(() => readFrozenView(stand, number), [stand, number]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') return <PaperSkeleton />;
  if (reading.state === 'failed') {
    return (
      <div className={styles.report}>
        <ErrorState error={reading.error} onRetry={restart} />
      </div>
    );
  }
  return <Shown view={reading.value} stand={stand} timezone={timezone} onOpen={onOpen} />;
}

function Shown({
  view: { report, before, names, frozen },
  stand,
  timezone,
  onOpen,
}: {
  readonly view: FrozenView;
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly onOpen: (number: number | undefined) => void;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const slide = useMemo(
    () =>
      slideOf({
        projectName: stand.projectName,
        numbers: report.numbers,
        text: report.text,
        names,
        links: undefined,
        before,
        earlier: frozen.filter((other) => other.number < report.number),
        thresholds: stand.project.settings.lights,
        frozenAt: report.frozenAt,
        timezone,
      }),
    [stand, report, before, names, frozen, timezone],
  );
  return (
    <div className={styles.report}>
      <Bar
        open={report.number}
        frozen={frozen}
        today={report.numbers.day}
        comparedWith={before?.numbers.day}
        onOpen={onOpen}
        sheet={sheet}
        fileOf={{ project: stand.projectKey, day: report.numbers.day }}
      />
      <Sheet at={sheet}>
        <Paper slide={slide} slots={undefined} />
      </Sheet>
    </div>
  );
}
