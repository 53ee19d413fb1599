import Textfield from '@atlaskit/textfield';

/** A short whole number within a sentence; `label` is its accessible name. */
export function NumberField({
  id,
  label,
  value,
  mistake,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly onChange: (typed: string) => void;
}) {
  return (
    <Textfield
      id={id}
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      isCompact
      width={64}
      maxLength={6}
      value={value}
      isInvalid={mistake !== undefined}
      {...(mistake === undefined ? {} : { 'aria-describedby': `${id}-mistake` })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
