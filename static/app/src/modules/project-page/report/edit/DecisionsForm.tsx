import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { REPORT_LIMITS } from '../../../../../../../src/domain/report';
import type { TypedDecision } from '../../../../../../../src/domain/report';
import { Editor } from '../../../../shared/risk/Editor';
import { report } from '../../../../shared/strings/en-report';
import { Line } from './Line';
import styles from './edit.module.css';

const words = report.edit;

interface Row {
  readonly id: number;
  readonly text: string;
  readonly who: string;
  readonly by: string;
}

const emptyRow = (id: number): Row => ({ id, text: '', who: '', by: '' });

/** Decisions that somebody asks for, beside those that follow from the numbers. */
export function DecisionsForm({
  decisions,
  saving,
  onSave,
  onCancel,
}: {
  readonly decisions: readonly TypedDecision[];
  readonly saving: boolean;
  readonly onSave: (decisions: readonly TypedDecision[]) => void;
  readonly onCancel: () => void;
}) {
  const [rows, setRows] = useState<readonly Row[]>(() => {
    const there = decisions.map(({ text, who, by }, id): Row => ({ id, text, who, by: by ?? '' }));
    return there.length === 0 ? [emptyRow(0)] : there;
  });
  const [tried, setTried] = useState(false);
  const written = rows.filter(({ text, who, by }) => text.trim() !== '' || who.trim() !== '' || by !== '');
  const save = () => {
    setTried(true);
    if (written.some(({ text }) => text.trim() === '')) return;
    onSave(written.map(({ text, who, by }) => ({ text: text.trim(), who: who.trim(), ...(by === '' ? {} : { by }) })));
  };
  const put = (row: Row) => setRows(rows.map((other) => (other.id === row.id ? row : other)));
  const nextId = Math.max(-1, ...rows.map(({ id }) => id)) + 1;
  return (
    <div className={styles.below} data-screen-only>
      <Editor label={words.decisions} submit={words.save} saving={saving} onSave={save} onCancel={onCancel}>
        {rows.map((row, index) => (
          <div key={row.id} className={styles.decision}>
            <Line
              name={`report-decision-${String(row.id)}-text`}
              label={words.decisionText}
              value={row.text}
              most={REPORT_LIMITS.text}
              mistake={tried && written.includes(row) && row.text.trim() === '' ? words.mistakes.question : undefined}
              onChange={(text) => put({ ...row, text })}
              focus={index === 0}
            />
            <Line
              name={`report-decision-${String(row.id)}-who`}
              label={words.who}
              value={row.who}
              most={REPORT_LIMITS.who}
              hint={words.whoHint}
              onChange={(who) => put({ ...row, who })}
            />
            <Line
              name={`report-decision-${String(row.id)}-by`}
              type="date"
              label={words.by}
              value={row.by}
              onChange={(by) => put({ ...row, by })}
            />
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
            >
              {words.remove}
            </Button>
          </div>
        ))}
        {rows.length < REPORT_LIMITS.decisions ? (
          <div>
            <Button spacing="compact" appearance="subtle" onClick={() => setRows([...rows, emptyRow(nextId)])}>
              {words.addDecision}
            </Button>
          </div>
        ) : null}
      </Editor>
    </div>
  );
}
