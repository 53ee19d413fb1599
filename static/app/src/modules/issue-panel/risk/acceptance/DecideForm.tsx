import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Asked } from '../../../../../../../src/domain/acceptance';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { shortDay } from '../../../../shared/days';
import { useOnceKey } from '../../../../shared/link/use-once-key';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import { Field } from '../../../../shared/ui/Field';
import panelStyles from '../../../../shared/panel/panel.module.css';
import type { Changes } from '../../../../shared/panel/use-change';
import editor from '../../../../shared/risk/editor.module.css';
import { decideChange, decideControl } from './acceptance-changes';
import { changeWords, stateOf, stateWords } from './decision-words';
import type { Told } from './use-decisions';
import styles from './acceptance.module.css';

/** Where the approver's answer begins. */
export const DECISION_NOTE = 'panel-decide-note';

/** The request as the approver meets it: why, the risk as it is now, what changed since, and the two answers. */
export function DecideForm({
  risk,
  request,
  told,
  today,
  changes,
}: {
  readonly risk: RiskView;
  readonly request: Asked;
  /** `undefined` where the comment cannot be read. */
  readonly told: Told | undefined;
  readonly today: string;
  readonly changes: Changes;
}) {
  const words = acceptance.decide;
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const once = useOnceKey(['decide', risk.id, String(request.number)]);
  const day = shortDay(request.until, today);
  const changed = changeWords(request.state, stateOf(risk));
  const noted = note.trim();
  const decide = (verdict: 'accept' | 'decline') => {
    setMissing(verdict === 'decline' && noted === '');
    if (verdict === 'decline' && noted === '') {
      document.getElementById(DECISION_NOTE)?.focus();
      return;
    }
    changes.make(
      decideChange(
        {
          issueId: risk.id,
          request: request.number,
          verdict,
          idempotencyKey: once.key,
          ...(noted === '' ? {} : { note: noted }),
        },
        request.until,
        today,
        once.renew,
      ),
    );
  };
  return (
    <section className={styles.request} aria-label={words.headingUnknown}>
      <p className={editor.title}>
        {told?.name === undefined ? words.headingUnknown : fill(words.heading, { name: told.name })}
      </p>
      {told === undefined || told.why === '' ? null : <p className={styles.quote}>{told.why}</p>}
      <p>{fill(words.state, { day, state: stateWords(stateOf(risk)) })}</p>
      {changed === '' ? null : (
        <p>
          <b>{fill(words.changed, { changes: changed })}</b>
        </p>
      )}
      <Field
        name={DECISION_NOTE}
        label={words.note}
        help={words.noteHelp}
        mistake={missing ? words.noteMissing : undefined}
      >
        {({ control, describedBy }) => (
          <textarea
            id={control}
            className={editor.input}
            maxLength={10_000}
            value={note}
            aria-describedby={describedBy}
            aria-invalid={missing}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={panelStyles.actions}>
        <Button isLoading={changes.saving === decideControl('decline')} onClick={() => decide('decline')}>
          {words.decline}
        </Button>
        <Button
          appearance="primary"
          isLoading={changes.saving === decideControl('accept')}
          onClick={() => decide('accept')}
        >
          {fill(words.accept, { day })}
        </Button>
      </div>
    </section>
  );
}
