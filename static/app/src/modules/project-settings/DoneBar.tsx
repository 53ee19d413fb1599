import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { common } from '../../shared/strings/en-common';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Bar } from './Bar';
import { outcomeSentences, quoted } from './gate-words';
import { isIncomplete } from './save-state';
import type { GateResult, SaveState } from './save-state';
import styles from './bar.module.css';

const words = projectSettings.gate.outcome;

type Done = Extract<SaveState, { state: 'done' }>;

/** What was saved, and what Jira does now in each workflow; a gate that did not follow comes with a way to try again. */
export function DoneBar({
  done,
  focusKey,
  onAttach,
  onDetach,
}: {
  readonly done: Done;
  readonly focusKey: string;
  readonly onAttach: () => void;
  readonly onDetach: () => void;
}) {
  const { settings, followUp, gate } = done;
  const followLines = followUp === undefined ? [] : followUpSentences(followUp);
  if (gate !== undefined) {
    const failed = isIncomplete(gate);
    return (
      <Bar
        look={failed ? 'warning' : 'success'}
        focusKey={focusKey}
        buttons={
          failed ? <Button onClick={gate.aim === 'attach' ? onAttach : onDetach}>{words.again}</Button> : undefined
        }
      >
        <b>{words[headingOf(gate)]}.</b> {settings ? words.settingsSaved : null}
        <Lines lines={gateLines(gate)} />
      </Bar>
    );
  }
  if (followUp !== undefined && followUp.failed.length > 0) {
    const own = projectSettings.gate.followUp;
    return (
      <Bar look="warning" focusKey={focusKey} buttons={<Button onClick={onDetach}>{own.detachAgain}</Button>}>
        <b>{own.failed}.</b>
        <Lines lines={followLines} />
      </Bar>
    );
  }
  return (
    <Bar look="success" focusKey={focusKey}>
      <b>{projectSettings.save.saved}</b>
      <Lines lines={followLines} />
    </Bar>
  );
}

function headingOf(gate: GateResult): 'attached' | 'detached' | 'attachFailed' | 'detachFailed' {
  if (gate.aim === 'attach') return isIncomplete(gate) ? 'attachFailed' : 'attached';
  return isIncomplete(gate) ? 'detachFailed' : 'detached';
}

function gateLines({ workflows, error }: GateResult): readonly string[] {
  const why =
    error === undefined
      ? []
      : error.code === 'conflict'
        ? [words.conflict]
        : [
            fill(words.because, { heading: common.errors[error.code].heading }),
            ...(error.message === undefined ? [] : [fill(common.jiraSaid, { message: error.message })]),
          ];
  return [...why, ...(workflows === undefined ? [words.unknown] : outcomeSentences(workflows))];
}

function followUpSentences({ rewritten, detached, failed }: NonNullable<Done['followUp']>): readonly string[] {
  const own = projectSettings.gate.followUp;
  return [
    ...(detached.length === 0 ? [] : [fill(own.detached, { workflows: quoted(detached) })]),
    ...(rewritten.length === 0 ? [] : [fill(own.rewritten, { workflows: quoted(rewritten) })]),
    ...failed.map(({ workflow, error }) => {
      const { heading } = common.errors[error.code];
      const sentence =
        workflow === undefined
          ? fill(own.failedUnknown, { heading })
          : fill(own.failedIn, { workflow: `“${workflow}”`, heading });
      return error.message === undefined
        ? sentence
        : `${sentence} ${fill(common.jiraSaid, { message: error.message })}`;
    }),
  ];
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
