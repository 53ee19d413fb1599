import Button from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useEffect, useState } from 'react';
import { setUp } from '../strings/en-set-up';
import { copyText } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';

/** Puts a text on the clipboard and says so, on the button and aloud. */
export function CopyButton({
  label,
  text,
  compact = false,
}: {
  readonly label: string;
  /** Made when it is asked for. */
  readonly text: () => string;
  readonly compact?: boolean;
}) {
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  useEffect(() => {
    if (copied === undefined) return undefined;
    const timer = setTimeout(() => setCopied(undefined), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const said = copied === undefined ? '' : copied ? setUp.plan.copied : setUp.plan.copyFailed;
  return (
    <>
      <Button
        spacing={compact ? 'compact' : 'default'}
        iconBefore={CopyIcon}
        onClick={() => void copyText(text()).then(setCopied)}
      >
        {said === '' ? label : said}
      </Button>
      <LiveText>{said}</LiveText>
    </>
  );
}
