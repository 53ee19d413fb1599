import { useCallback, useState } from 'react';
import { ACCEPTANCE_DAYS, mayAcceptUntil } from '../../../../../../../src/domain/acceptance';
import { daysAfter } from '../../../../../../../src/domain/day';
import type { Person } from '../../../../../../../src/jira/issue-fields';
import { getPeople } from '../../../../../../../src/jira/people';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { OperationError } from '../../../../shared/app-error';
import { invoke, jiraAsViewer } from '../../../../shared/bridge';
import { useOnceKey } from '../../../../shared/link/use-once-key';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import { Face } from '../../../../shared/ui/Face';
import { Field } from '../../../../shared/ui/Field';
import { useReading } from '../../../../shared/use-reading';
import type { Reading } from '../../../../shared/use-reading';
import type { Changes } from '../../../../shared/panel/use-change';
import { ChoiceRow } from '../../../../shared/risk/ChoiceRow';
import { Editor } from '../../../../shared/risk/Editor';
import { NOTE_MOST } from '../../../../shared/risk/note';
import editor from '../../../../shared/risk/editor.module.css';
import { askChange } from './acceptance-changes';
import { stateOf, stateWords } from './decision-words';
import styles from './acceptance.module.css';

const WHY = 'panel-ask-why';
const UNTIL = 'panel-ask-until';
const WHO = 'panel-ask-who';
const PERIODS = [30, ACCEPTANCE_DAYS.usual, 180] as const;
/** Nobody by name: whoever may decide. */
const ANYBODY = '';

/** Asks somebody else to accept the risk: why, until when, who. */
export function AskForm({
  risk,
  today,
  changes,
  onClose,
  onCancel,
}: {
  readonly risk: RiskView;
  /** ISO day in UTC. */
  readonly today: string;
  readonly changes: Changes;
  readonly onClose: () => void;
  readonly onCancel: () => void;
}) {
  const words = acceptance.ask;
  const { reading } = useReading(useCallback(() => approversOf(risk.id), [risk.id]));
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState(daysAfter(today, ACCEPTANCE_DAYS.usual));
  const [picked, setPicked] = useState<string>();
  const [tried, setTried] = useState(false);
  const once = useOnceKey(['ask', risk.id, today]);
  const people = reading.state === 'ready' ? reading.value : [];
  const who = picked ?? (people.length === 1 ? people[0]?.accountId : undefined);
  const noted = why.trim();
  const mistakes = {
    why: noted === '' ? words.whyMissing : noted.length > NOTE_MOST ? words.whyLong : undefined,
    until: mayAcceptUntil(until, today) ? undefined : words.untilOutside,
    who: who === undefined ? words.whoMissing : undefined,
  };
  const mistake = (of: keyof typeof mistakes) => (tried ? mistakes[of] : undefined);

  const save = () => {
    setTried(true);
    const wrong = mistakes.why !== undefined ? WHY : mistakes.until !== undefined ? UNTIL : undefined;
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (who === undefined) document.querySelector<HTMLElement>(`input[name="${WHO}"]`)?.focus();
    else {
      const approver = who === ANYBODY ? {} : { approver: who };
      changes.make(
        askChange(
          { issueId: risk.id, justification: noted, until, idempotencyKey: once.key, ...approver },
          people.find(({ accountId }) => accountId === who)?.name,
          () => {
            once.renew();
            onClose();
          },
        ),
      );
    }
  };

  return (
    <Editor
      label={words.heading}
      submit={words.submit}
      keys={acceptance.keys}
      saving={changes.saving === 'acceptance:ask'}
      onSave={save}
      onCancel={onCancel}
    >
      <Field name={WHY} label={words.why} help={words.whyHelp} mistake={mistake('why')}>
        {({ control, describedBy }) => (
          <textarea
            id={control}
            className={editor.input}
            // The viewer has just asked for this field.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={why}
            aria-describedby={describedBy}
            aria-invalid={mistake('why') !== undefined}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Field>
      <ChoiceRow
        name="panel-ask-period"
        label={words.period}
        options={PERIODS.map((days) => ({ value: daysAfter(today, days), label: fill(words.days, { days }) }))}
        value={until}
        onChoose={setUntil}
      />
      <Field name={UNTIL} label={words.until} help={words.untilHelp} mistake={mistake('until')}>
        {({ control, describedBy }) => (
          <input
            id={control}
            type="date"
            className={editor.input}
            value={until}
            min={daysAfter(today, ACCEPTANCE_DAYS.least)}
            max={daysAfter(today, ACCEPTANCE_DAYS.most)}
            aria-describedby={describedBy}
            aria-invalid={mistake('until') !== undefined}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field name={WHO} label={words.who} help={words.whoHelp} mistake={mistake('who')} group>
        {() => <Approvers reading={reading} chosen={who} onChoose={setPicked} />}
      </Field>
      <p className={styles.small}>{fill(words.keptState, { state: stateWords(stateOf(risk)) })}</p>
    </Editor>
  );
}

function Approvers({
  reading,
  chosen,
  onChoose,
}: {
  readonly reading: Reading<readonly Person[]>;
  readonly chosen: string | undefined;
  readonly onChoose: (accountId: string) => void;
}) {
  const words = acceptance.ask;
  if (reading.state === 'loading') return <p>{words.loading}</p>;
  if (reading.state === 'failed') return <p>{words.whoFailed}</p>;
  const option = (accountId: string, name: string, face: Person | undefined) => (
    <label key={accountId} className={styles.approver}>
      <input type="radio" name={WHO} checked={chosen === accountId} onChange={() => onChoose(accountId)} />
      {face === undefined ? null : <Face name={name} avatarUrl={face.avatarUrl} />}
      {name}
    </label>
  );
  return (
    <div>
      {reading.value.map((person) => option(person.accountId, person.name, person))}
      {reading.value.length === 1 ? null : option(ANYBODY, words.anybody, undefined)}
    </div>
  );
}

/** Who may decide, from the app; their names from Jira, as the viewer may see them. */
async function approversOf(issueId: string): Promise<readonly Person[]> {
  const answer = await invoke('listApprovers', { issueId });
  if (!answer.ok) throw new OperationError(answer.error);
  return getPeople(jiraAsViewer, answer.value.accountIds);
}
