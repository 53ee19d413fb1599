import * as v from 'valibot';
import { Icon } from './icon';
import { Lozenge } from './lozenge';

const Option = v.object({ value: v.string() });

/** Security relevance as a card shows a select field; nothing while it is empty. */
export function RelevanceChip({ value }: { value: unknown }) {
  const option = v.safeParse(Option, value);
  if (!option.success) return null;
  return (
    <Lozenge tone="outline">
      <Icon name={option.output.value === 'Relevant' ? 'shieldAlert' : 'shieldMinus'} small />
      {option.output.value}
    </Lozenge>
  );
}
