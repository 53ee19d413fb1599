import type { StoryView } from '../../../../../../src/reads/story-view';
import { HintCard, NoHint } from '../../../shared/hint/HintCard';
import { hints } from '../../../shared/strings/en-hints';
import { fill } from '../../../shared/strings/fill';
import panelStyles from '../../../shared/panel/panel.module.css';

/** Why the story may be relevant, in view while nobody has decided. */
export function OpenHint({ story: { hint } }: { readonly story: Pick<StoryView, 'hint'> }) {
  return hint === undefined ? <NoHint /> : <HintCard story={hint} />;
}

/** The same one click away, afterwards. */
export function FoldedHint({ story: { hint } }: { readonly story: Pick<StoryView, 'hint'> }) {
  const [topic] = hint?.hint.topics ?? [];
  if (hint === undefined || topic === undefined) return null;
  return (
    <details className={panelStyles.fold}>
      <summary>{fill(hints.heading, { topic: hints.topics[topic].name })}</summary>
      <HintCard story={hint} />
    </details>
  );
}
