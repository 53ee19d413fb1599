import editorStyles from '../../../../shared/risk/editor.module.css';
import { Field } from '../../../../shared/ui/Field';

/** One line of typing, with its label and mistake. */
export function Line({
  name,
  label,
  value,
  onChange,
  help,
  mistake,
  type = 'text',
  most,
  hint,
  focus = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly mistake?: string | undefined;
  readonly type?: 'text' | 'date';
  readonly most?: number;
  readonly hint?: string;
  /** Takes the focus when it appears: the viewer has just asked for it. */
  readonly focus?: boolean;
}) {
  return (
    <Field name={name} label={label} help={help} mistake={mistake}>
      {({ control, describedBy }) => (
        <input
          id={control}
          type={type}
          className={editorStyles.input}
          value={value}
          maxLength={most}
          placeholder={hint}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
          autoFocus={focus}
          autoComplete="off"
          aria-describedby={describedBy}
          aria-invalid={mistake !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
