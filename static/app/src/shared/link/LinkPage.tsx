import { useState } from 'react';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { EnablerFlow } from './EnablerFlow';
import type { LinkGround } from './LinkDialog';
import { LinkFlow } from './LinkFlow';
import { RiskFlow } from './RiskFlow';
import type { LinkAnswer, LinkDialogContext } from './context';
import { enablerVerb, firstVerb, riskVerb } from './verbs';

type View =
  { readonly name: 'link' } | { readonly name: 'newRisk' | 'enablers'; readonly suggested: string | undefined };

/** What was chosen so far; it stays while something new is written, and after going back. */
export interface Choice {
  readonly verb: LinkVerb;
  readonly text: string;
  readonly ticked: ReadonlyMap<string, LinkCandidate>;
}

/** Links existing issues, or writes new ones and links them, in one dialog. */
export function LinkPage({
  context,
  ground,
  reads,
  onClose,
}: {
  readonly context: LinkDialogContext;
  readonly ground: LinkGround;
  readonly reads: LinkReads;
  readonly onClose: (answer?: LinkAnswer) => void;
}) {
  const { linking, subject } = context;
  const [view, setView] = useState<View>(
    linking === 'link' ? { name: linking } : { name: linking, suggested: undefined },
  );
  const [choice, setChoice] = useState<Choice>(() => {
    return { verb: firstVerb(subject, context.verb), text: '', ticked: new Map() };
  });
  const onBack = linking === 'link' ? () => setView({ name: 'link' }) : undefined;
  const common = { subject, ground, reads, onBack, onClose };
  switch (view.name) {
    case 'link':
      return (
        <LinkFlow
          {...common}
          choice={choice}
          onChoice={setChoice}
          onCreate={(name, written) => setView({ name, suggested: written })}
        />
      );
    case 'newRisk':
      return <RiskFlow {...common} suggested={view.suggested} verb={riskVerb(choice.verb)} />;
    case 'enablers':
      return <EnablerFlow {...common} suggested={view.suggested} verb={enablerVerb(subject)} />;
  }
}
