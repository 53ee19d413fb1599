import type { ReactNode } from 'react';
import { LightButton } from '../light/LightButton';
import { LightRule } from '../light/LightRule';
import { light as words } from '../strings/en-light';
import { Skeleton } from '../ui/Skeleton';
import type { ShownLight } from './lights';
import { useLightRule } from './use-light-rule';

/**
 * The head of a group with its light, and the rule below it while it is open. The rule stands in the page and not above
 * it: the frame would cut it off.
 */
export function LitGroup({
  light,
  awaited,
  className,
  children,
}: {
  readonly light: ShownLight | undefined;
  /** The light is still to come: its place is kept. */
  readonly awaited: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { open, ruleId, toggle, group } = useLightRule();
  return (
    // The keys belong to the button inside; the group only hears them pass.

    <div {...group}>
      <div className={className}>
        {children}
        {light === undefined ? (
          awaited ? (
            <Skeleton width="5.5rem" height="1.5rem" />
          ) : null
        ) : (
          <LightButton
            group={words.groups[light.light]}
            state={light.state}
            open={open}
            ruleId={ruleId}
            onToggle={toggle}
          />
        )}
      </div>
      {open && light !== undefined ? <LightRule id={ruleId} {...light} /> : null}
    </div>
  );
}
