import { offeredReasons } from '../../../../shared/offered-reasons';
import type { OfferedReason } from '../../../../shared/offered-reasons';
import type { ReasonChoice } from '../../../../../../../src/domain/project-settings';
import { OtherReason } from './OtherReason';
import { Reasons } from './Reasons';

/** The second key of “not relevant”: closed, the list of reasons, or the sentence for “other”. */
export type WhyStep = 'closed' | 'reasons' | 'other';

export function Why({
  step,
  legend,
  choices,
  onReason,
  onOther,
  onBack,
}: {
  readonly step: Exclude<WhyStep, 'closed'>;
  readonly legend: string;
  readonly choices: readonly ReasonChoice[];
  readonly onReason: (reason: OfferedReason) => void;
  readonly onOther: (text: string) => void;
  readonly onBack: () => void;
}) {
  return step === 'other' ? (
    <OtherReason onSave={onOther} onBack={onBack} />
  ) : (
    <Reasons legend={legend} reasons={offeredReasons(choices)} onReason={onReason} />
  );
}
