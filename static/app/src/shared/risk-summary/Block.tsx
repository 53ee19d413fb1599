import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { gadget } from '../strings/en-gadget';
import { Skeleton } from '../ui/Skeleton';
import { LitGroup } from './LitGroup';
import type { ShownLight } from './lights';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

/** One group of numbers: heading, then its numbers, their place holder, or why there are none. */
export function Block<Value>({
  heading,
  aside,
  light,
  part,
  placeholder,
  className,
  children,
}: {
  readonly heading: string;
  readonly aside?: ReactNode;
  /** Only where the group has a light; `undefined` while its numbers are not there. */
  readonly light?: { readonly shown: ShownLight | undefined };
  readonly part: Part<Value>;
  readonly placeholder: ReactNode;
  readonly className?: string | undefined;
  readonly children: (value: Value) => ReactNode;
}) {
  return (
    <section className={`${styles.block} ${className ?? ''}`}>
      <LitGroup
        light={light?.shown}
        awaited={light !== undefined && part.status === 'awaited'}
        className={styles.title}
      >
        {part.status === 'awaited' ? <Skeleton width="8rem" /> : <h2>{heading}</h2>}
        {aside}
      </LitGroup>
      {part.status === 'awaited' ? placeholder : null}
      {part.status === 'failed' ? <PartFailed error={part.error} /> : null}
      {part.status === 'here' ? children(part.value) : null}
    </section>
  );
}

/** A block whose numbers did not come while others did. Refresh tries it again. */
export function PartFailed({ error }: { readonly error: AppError }) {
  return (
    <p className={styles.plain}>
      {gadget.partFailed} <code className={styles.code}>{error.code}</code>
    </p>
  );
}
