import { Checkbox } from '@atlaskit/checkbox';
import type { ReadinessChecks } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { useSettingsForm } from './form-context';
import { Section } from './Section';
import styles from './checks.module.css';

const words = projectSettings.checks;

/** What a story needs to be ready. That it was assessed is always asked for; the rest is the project's choice. */
export function ChecksSection() {
  const { draft, edit } = useSettingsForm();
  const { checks } = draft;
  const change = (part: Partial<ReadinessChecks>) => edit({ checks: { ...checks, ...part } });
  const answered = checks.answer === 'required';
  return (
    <Section id="checks" heading={words.heading} help={words.help}>
      <fieldset className={styles.checks} aria-labelledby="section-checks">
        <p className={styles.always}>{words.assessment}</p>
        <Check
          name="answer"
          checked={answered}
          about={words.answerAbout}
          onChange={(checked) => change({ answer: checked ? 'required' : 'off' })}
        />
        {answered ? (
          <div className={styles.part}>
            <Check
              name="criteria"
              checked={checks.criteria === 'accepted'}
              about={draft.gate === 'block' ? words.criteriaBlocked : words.criteriaAbout}
              onChange={(checked) => change({ criteria: checked ? 'accepted' : 'ignored' })}
            />
          </div>
        ) : null}
        <Check
          name="riskOwner"
          checked={checks.riskOwner === 'required'}
          about={draft.gate === 'block' ? words.riskOwnerBlocked : words.riskOwnerAbout}
          onChange={(checked) => change({ riskOwner: checked ? 'required' : 'off' })}
        />
        <Check
          name="changed"
          checked={checks.changed === 'warn'}
          about={words.changedAbout}
          onChange={(checked) => change({ changed: checked ? 'warn' : 'off' })}
        />
      </fieldset>
    </Section>
  );
}

function Check({
  name,
  checked,
  about,
  onChange,
}: {
  readonly name: keyof ReadinessChecks;
  readonly checked: boolean;
  readonly about: string;
  readonly onChange: (checked: boolean) => void;
}) {
  const aboutId = `check-${name}-about`;
  return (
    <div>
      <Checkbox
        label={words.names[name]}
        isChecked={checked}
        aria-describedby={aboutId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={aboutId} className={styles.about}>
        {about}
      </p>
    </div>
  );
}
