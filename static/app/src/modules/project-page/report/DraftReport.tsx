import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { TeamBlock } from '../../../../../../src/domain/report';
import { report as words } from '../../../shared/strings/en-report';
import { fill } from '../../../shared/strings/fill';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { useReading } from '../../../shared/use-reading';
import type { ProjectStand } from '../ProjectPage';
import { Bar } from './Bar';
import { BlockEditor } from './edit/BlockEditor';
import { DecisionsForm } from './edit/DecisionsForm';
import { HeadlineForm } from './edit/HeadlineForm';
import { PencilButton } from './edit/PencilButton';
import { FreezeNote } from './FreezeNote';
import { suggestedHeadline } from './model/headline';
import { slideOf } from './model/slide-of';
import { Paper } from './paper/Paper';
import type { PaperSlots } from './paper/Paper';
import { PaperSkeleton } from './PaperSkeleton';
import { readDraftView } from './reading';
import type { DraftView } from './reading';
import { SaveFailure } from './SaveFailure';
import { Sheet } from './Sheet';
import styles from './report.module.css';
import { useDraft } from './use-draft';
import type { DraftWork } from './use-draft';

interface DraftProps {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly onOpen: (number: number | undefined) => void;
}

/** The report that is being written: everything counted now, as this viewer. */
export function DraftReport(props: DraftProps) {
  const { stand, timezone } = props;
  const read = useCallback(() => readDraftView(stand, timezone), [stand, timezone]);
  const { reading, refresh, restart } = useReading(read);
  if (reading.state === 'loading') return <PaperSkeleton />;
  if (reading.state === 'failed') {
    return (
      <div className={styles.report}>
        <ErrorState error={reading.error} onRetry={restart} />
      </div>
    );
  }
  return <Shown {...props} view={reading.value} refresh={refresh} />;
}

function Shown({
  view,
  stand,
  timezone,
  onOpen,
  refresh,
}: DraftProps & { readonly view: DraftView; readonly refresh: () => Promise<boolean> }) {
  const { draft, frozen, last, now, numbers, mayEdit } = view;
  const sheet = useRef<HTMLDivElement>(null);
  const work = useDraft(stand.projectId, draft, refresh);
  const [freezing, setFreezing] = useState(false);
  const slide = useMemo(
    () =>
      slideOf({
        projectName: stand.projectName,
        numbers,
        text: draft,
        names: now.names,
        links: now.links,
        before: last,
        earlier: frozen,
        thresholds: stand.project.settings.lights,
        frozenAt: undefined,
        timezone,
      }),
    [stand, draft, frozen, last, now, numbers, timezone],
  );
  return (
    <div className={styles.report}>
      <Bar
        open={undefined}
        frozen={frozen}
        today={numbers.day}
        comparedWith={last?.numbers.day}
        onOpen={onOpen}
        sheet={sheet}
        fileOf={{ project: stand.projectKey, day: numbers.day }}
      >
        {mayEdit ? (
          <Button appearance="primary" onClick={() => setFreezing(true)} isDisabled={freezing}>
            {words.freeze}
          </Button>
        ) : null}
      </Bar>
      {mayEdit ? null : <p className={`${styles.note} ${styles.compared}`}>{words.readOnly}</p>}
      {freezing ? (
        <FreezeNote
          projectId={stand.projectId}
          revision={draft.revision}
          numbers={numbers}
          onCancel={() => setFreezing(false)}
          onFrozen={onOpen}
          onConflict={() => void refresh()}
        />
      ) : null}
      {work.failure === undefined ? null : <SaveFailure error={work.failure} />}
      <Sheet at={sheet}>
        <Paper slide={slide} slots={mayEdit ? slotsOf(work, view) : undefined} />
      </Sheet>
    </div>
  );
}

/** A pencil on everything that is typed, and the form where one was clicked. */
function slotsOf(work: DraftWork, { draft, last, numbers }: DraftView): PaperSlots {
  const { editing, edit, saving, save } = work;
  const close = () => edit(undefined);
  const common = { saving, onCancel: close };
  const team = editing === 'headline' || editing === 'decisions' ? undefined : editing;
  return {
    headline: {
      button: (
        <PencilButton
          label={draft.headline === '' ? words.edit.headline : words.edit.headlineAgain}
          onClick={() => edit('headline')}
        />
      ),
      form:
        editing === 'headline' ? (
          <HeadlineForm
            {...common}
            headline={draft.headline}
            suggestion={suggestedHeadline(numbers)}
            from={last === undefined ? numbers.from : undefined}
            onSave={({ headline, from }) => save({ headline, ...(from === undefined ? {} : { from }) })}
          />
        ) : undefined,
    },
    block: (block: TeamBlock) => (
      <PencilButton label={fill(words.edit.block, { block: words.blocks[block] })} onClick={() => edit(block)} />
    ),
    blockForm:
      team === undefined ? undefined : (
        <BlockEditor
          {...common}
          key={team}
          block={team}
          content={draft.blocks[team]}
          today={numbers.day}
          onSave={(content) => save({ blocks: { ...draft.blocks, [team]: content } })}
        />
      ),
    decisions: {
      button: <PencilButton label={words.edit.decisions} onClick={() => edit('decisions')} />,
      form:
        editing === 'decisions' ? (
          <DecisionsForm {...common} decisions={draft.decisions} onSave={(decisions) => save({ decisions })} />
        ) : undefined,
    },
  };
}
