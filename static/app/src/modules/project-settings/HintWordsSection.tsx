import TextArea from '@atlaskit/textarea';
import { SETTINGS_LIMITS } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { useSettingsForm } from './form-context';
import { Section } from './Section';

const words = projectSettings.hints;

/** Words of this project's own that make a hint: the name of the vault, of the customer file, of an old interface. */
export function HintWordsSection() {
  const { draft, mistakes, edit } = useSettingsForm();
  const { hintWords: most } = SETTINGS_LIMITS;
  return (
    <Section id="hints" heading={words.heading} help={words.help}>
      <Field name="hintWords" label={words.label} help={fill(words.literally, { most })} mistake={mistakes.hintWords}>
        {({ control, describedBy }) => (
          <TextArea
            id={control}
            value={draft.hintWords}
            placeholder={words.placeholder}
            minimumRows={3}
            maxHeight="16rem"
            resize="auto"
            isInvalid={mistakes.hintWords !== undefined}
            aria-invalid={mistakes.hintWords !== undefined}
            aria-describedby={describedBy}
            onChange={(event) => edit({ hintWords: event.currentTarget.value })}
          />
        )}
      </Field>
    </Section>
  );
}
