/** Small drawings that Atlaskit's icons do not bring along lightly. All are decoration: the word stands beside them. */
import type { ReactNode } from 'react';
import type { Gate } from '../../../../../src/domain/project-settings';

function Drawing({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function LockIcon() {
  return (
    <Drawing>
      <rect x="3.25" y="7" width="9.5" height="6.75" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </Drawing>
  );
}

export function GateIcon({ gate }: { readonly gate: Gate }) {
  switch (gate) {
    case 'off':
      return (
        <Drawing>
          <rect x="1.75" y="4.5" width="12.5" height="7" rx="3.5" />
          <circle cx="5.25" cy="8" r="1.6" />
        </Drawing>
      );
    case 'flag':
      return (
        <Drawing>
          <path d="M3.5 14V2.5M3.5 3h8.75l-1.75 3 1.75 3H3.5" />
        </Drawing>
      );
    case 'block':
      return (
        <Drawing>
          <circle cx="8" cy="8" r="6.25" />
          <path d="m3.7 3.7 8.6 8.6" />
        </Drawing>
      );
  }
}
