import { Radio } from '@atlaskit/radio';
import type { ReactNode } from 'react';
import { GATES } from '../../../../../src/domain/project-settings';
import type { Gate } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { Mistake } from '../../shared/ui/Field';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import { useSettingsForm } from './form-context';
import { GateIcon } from './Icons';
import { Section } from './Section';
import styles from './gate.module.css';

const words = projectSettings.gate;

/** What happens to a story that is not ready: three cards with their consequences, and what Block needs. */
export function GateSection({
  initial,
  obstacle,
  children,
}: {
  /** The gate of a project that never chose one. */
  readonly initial: Gate;
  /** Why this project cannot begin to block. The choice is then left out and the reason stands in its place. */
  readonly obstacle: string | undefined;
  readonly children: ReactNode;
}) {
  const { draft, mistakes, edit } = useSettingsForm();
  return (
    <Section id="gate" heading={words.heading} help={words.help}>
      <fieldset className={styles.cards}>
        <legend>
          <VisuallyHidden>{words.heading}</VisuallyHidden>
        </legend>
        {GATES.map((gate) =>
          gate === 'block' && obstacle !== undefined && draft.gate !== 'block' ? (
            <Unavailable key={gate} gate={gate} reason={obstacle} />
          ) : (
            <div key={gate} className={`${styles.card} ${draft.gate === gate ? styles.chosen : ''}`}>
              <Radio
                name="gate"
                value={gate}
                isChecked={draft.gate === gate}
                aria-describedby={`gate-${gate}-about`}
                {...(mistakes.gate !== undefined && gate === 'block' ? { 'data-mistaken': true } : {})}
                onChange={() => edit({ gate })}
                label={
                  <span className={styles.name}>
                    <GateIcon gate={gate} />
                    {words.choices[gate].name}
                  </span>
                }
              />
              <p id={`gate-${gate}-about`} className={styles.about}>
                {words.choices[gate].about}
              </p>
              {gate === initial ? <span className={styles.initial}>{words.default}</span> : null}
            </div>
          ),
        )}
      </fieldset>
      <Mistake id="gate-mistake">{mistakes.gate}</Mistake>
      {children}
    </Section>
  );
}

function Unavailable({ gate, reason }: { readonly gate: Gate; readonly reason: string }) {
  return (
    <div className={`${styles.card} ${styles.unavailable}`}>
      <span className={styles.name}>
        <GateIcon gate={gate} />
        {words.choices[gate].name}
      </span>
      <p className={styles.about}>{reason}</p>
    </div>
  );
}
