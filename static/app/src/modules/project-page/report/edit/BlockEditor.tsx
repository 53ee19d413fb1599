import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { REPORT_LIMITS } from '../../../../../../../src/domain/report';
import type { TeamBlock, TeamBlockContent } from '../../../../../../../src/domain/report';
import { ChoiceRow } from '../../../../shared/risk/ChoiceRow';
import { Editor } from '../../../../shared/risk/Editor';
import { report } from '../../../../shared/strings/en-report';
import { fill } from '../../../../shared/strings/fill';
import { contentOf, formOf, newEntry } from './block-form';
import type { BlockForm, BlockMistakes, EntryForm } from './block-form';
import { Line } from './Line';
import styles from './edit.module.css';

const words = report.edit;

const KINDS = [
  { value: 'typed', label: words.typed },
  { value: 'counted', label: words.counted },
] as const;

const LIGHTS = [
  { value: 'onTrack', label: report.pick.onTrack },
  { value: 'watch', label: report.pick.watch },
  { value: 'actNow', label: report.pick.actNow },
] as const;

const NO_MISTAKES: BlockMistakes = { entries: {} };

/** What the team types into one block, or the search that counts it. */
export function BlockEditor({
  block,
  content,
  today,
  saving,
  onSave,
  onCancel,
}: {
  readonly block: TeamBlock;
  readonly content: TeamBlockContent;
  /** ISO day. */
  readonly today: string;
  readonly saving: boolean;
  readonly onSave: (content: TeamBlockContent) => void;
  readonly onCancel: () => void;
}) {
  const [form, setForm] = useState(() => formOf(content, today));
  const [mistakes, setMistakes] = useState(NO_MISTAKES);
  const change = (changes: Partial<BlockForm>) => setForm({ ...form, ...changes });
  const save = () => {
    const made = contentOf(form);
    if ('content' in made) onSave(made.content);
    else setMistakes(made.mistakes);
  };
  return (
    <div className={styles.wide} data-screen-only>
      <Editor
        label={fill(words.block, { block: report.blocks[block] })}
        submit={words.save}
        saving={saving}
        onSave={save}
        onCancel={onCancel}
      >
        <ChoiceRow
          name="report-kind"
          label={words.kind}
          options={KINDS}
          value={form.kind}
          onChoose={(kind) => change({ kind })}
          focusFirst
        />
        {form.kind === 'typed' ? (
          <Typed form={form} mistakes={mistakes} today={today} onChange={change} />
        ) : (
          <Counted form={form} mistakes={mistakes} onChange={change} />
        )}
      </Editor>
    </div>
  );
}

interface PartProps {
  readonly form: BlockForm;
  readonly mistakes: BlockMistakes;
  readonly onChange: (changes: Partial<BlockForm>) => void;
}

function Typed({ form, mistakes, today, onChange }: PartProps & { readonly today: string }) {
  const { entries } = form;
  const put = (entry: EntryForm) =>
    onChange({ entries: entries.map((other) => (other.id === entry.id ? entry : other)) });
  const nextId = Math.max(-1, ...entries.map(({ id }) => id)) + 1;
  return (
    <>
      <div className={styles.row}>
        <ChoiceRow
          name="report-light"
          label={words.light}
          options={LIGHTS}
          value={form.light}
          onChoose={(light) => onChange({ light })}
        />
        <Line
          name="report-number"
          label={words.number}
          value={form.number}
          most={13}
          mistake={mistakes.number}
          onChange={(number) => onChange({ number })}
        />
      </div>
      <fieldset className={styles.entries}>
        <legend className={styles.legend}>{words.entries}</legend>
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            mistakes={mistakes.entries[entry.id]}
            onChange={put}
            onRemove={() => onChange({ entries: entries.filter(({ id }) => id !== entry.id) })}
          />
        ))}
        {entries.length < REPORT_LIMITS.entries ? (
          <div>
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => onChange({ entries: [...entries, newEntry(nextId, today)] })}
            >
              {words.addEntry}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </>
  );
}

function EntryRow({
  entry,
  mistakes,
  onChange,
  onRemove,
}: {
  readonly entry: EntryForm;
  readonly mistakes: BlockMistakes['entries'][number] | undefined;
  readonly onChange: (entry: EntryForm) => void;
  readonly onRemove: () => void;
}) {
  const name = (part: string) => `report-entry-${String(entry.id)}-${part}`;
  return (
    <div className={styles.entry}>
      <Line
        name={name('day')}
        type="date"
        label={words.day}
        value={entry.day}
        mistake={mistakes?.day}
        onChange={(day) => onChange({ ...entry, day })}
      />
      <Line
        name={name('text')}
        label={words.text}
        value={entry.text}
        most={REPORT_LIMITS.text}
        mistake={mistakes?.text}
        onChange={(text) => onChange({ ...entry, text })}
      />
      <Line
        name={name('source')}
        label={words.source}
        value={entry.source}
        most={REPORT_LIMITS.source}
        hint={words.sourceHint}
        onChange={(source) => onChange({ ...entry, source })}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={entry.closed}
          onChange={(event) => onChange({ ...entry, closed: event.currentTarget.checked })}
        />
        {words.isClosed}
      </label>
      <Button spacing="compact" appearance="subtle" onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  );
}

function Counted({ form, mistakes, onChange }: PartProps) {
  return (
    <>
      <Line
        name="report-jql"
        label={words.jql}
        help={words.jqlHelp}
        value={form.jql}
        most={REPORT_LIMITS.jql}
        mistake={mistakes.jql}
        onChange={(jql) => onChange({ jql })}
      />
      <div className={styles.row}>
        <Line
          name="report-counted-words"
          label={words.countedWords}
          value={form.words}
          most={REPORT_LIMITS.text}
          hint={words.countedHint}
          onChange={(text) => onChange({ words: text })}
        />
        <Line
          name="report-watch"
          label={words.watch}
          value={form.watch}
          most={13}
          mistake={mistakes.thresholds}
          onChange={(watch) => onChange({ watch })}
        />
        <Line name="report-act" label={words.act} value={form.act} most={13} onChange={(act) => onChange({ act })} />
      </div>
    </>
  );
}
