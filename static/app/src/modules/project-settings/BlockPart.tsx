import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { GatePlan, GateTransition } from '../../../../../src/contract/settings';
import { common } from '../../shared/strings/en-common';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { Note } from '../../shared/ui/Note';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import { Skeleton } from '../../shared/ui/Skeleton';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import { useSettingsForm } from './form-context';
import { attachedOf, byWorkflow, chosenIn, transitionKey } from './gate-choice';
import { obstacleOf } from './gate-obstacle';
import { quoted, reachOf } from './gate-words';
import { GatePreview } from './GatePreview';
import { UninstallNote } from './UninstallNote';
import type { GateReading } from './use-gate-plan';
import styles from './gate.module.css';

const words = projectSettings.gate;

/** What Block needs and brings: its transitions, the words people will read, and what uninstalling would do. */
export function BlockPart({
  reading,
  chosen,
  savedAsBlock,
  siteUrl,
  project,
  onChoose,
  onRetry,
  onAttach,
  onDetach,
}: {
  readonly reading: GateReading;
  /** Transitions by key. */
  readonly chosen: readonly string[];
  /** The project blocks already, as far as its saved settings go. */
  readonly savedAsBlock: boolean;
  readonly siteUrl: string;
  readonly project: { readonly key: string; readonly name: string };
  readonly onChoose: (keys: readonly string[]) => void;
  readonly onRetry: () => void;
  readonly onAttach: () => void;
  readonly onDetach: () => void;
}) {
  if (reading.state === 'loading') return <Planning />;
  if (reading.state === 'unasked') {
    return (
      <div className={styles.block}>
        <p className={styles.waiting}>{words.chooseFirst}</p>
        <GatePreview />
      </div>
    );
  }
  if (reading.state === 'failed') {
    return (
      <div className={styles.block}>
        <div className={styles.notes}>
          <Note look="error" heading={words.planFailed}>
            <p>{common.errors[reading.error.code].heading}.</p>
            <div className={styles.actions}>
              <Button spacing="compact" onClick={onRetry}>
                {common.tryAgain}
              </Button>
            </div>
          </Note>
        </div>
      </div>
    );
  }
  const { plan } = reading;
  const obstacle = obstacleOf(plan);
  const attached = attachedOf(plan);
  const broken = plan.transitions.filter(({ validator }) => validator === 'broken');
  // What would freeze: what blocks now, and what is about to.
  const keys = new Set([...chosen, ...attached.map(transitionKey)]);
  const reached = chosenIn(plan, [...keys]);
  return (
    <div className={styles.block}>
      {obstacle === undefined ? (
        <Transitions plan={plan} chosen={chosen} onChoose={onChoose} />
      ) : (
        <div className={styles.notes}>
          <Note look="warning" heading={words.cannot}>
            <p>{obstacle}</p>
          </Note>
        </div>
      )}
      {obstacle === undefined && savedAsBlock && (attached.length === 0 || broken.length > 0) ? (
        <div className={styles.notes}>
          <Note look="warning" heading={attached.length === 0 ? words.notInForce.heading : words.broken.heading}>
            <p>
              {attached.length === 0
                ? words.notInForce.body
                : fill(words.broken.body, { names: quoted(broken.map(({ name }) => name)) })}
            </p>
            <div className={styles.actions}>
              <Button spacing="compact" onClick={onAttach}>
                {words.notInForce.attach}
              </Button>
            </div>
          </Note>
        </div>
      ) : null}
      <GatePreview />
      {reached.length === 0 ? null : (
        <div className={styles.notes}>
          <UninstallNote
            reach={reachOf(plan, reached, project.key)}
            siteUrl={siteUrl}
            projectName={project.name}
            onDetach={attached.length === 0 ? undefined : onDetach}
          />
        </div>
      )}
    </div>
  );
}

function Transitions({
  plan,
  chosen,
  onChoose,
}: {
  readonly plan: GatePlan;
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}) {
  const { mistakes } = useSettingsForm();
  const own = words.transitions;
  const { transitions } = plan;
  const search = useCallback(
    async (text: string): Promise<readonly GateTransition[]> =>
      transitions.filter((transition) =>
        labelOf(transition).toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
      ),
    [transitions],
  );
  const severalWorkflows = byWorkflow(transitions).length > 1;
  return (
    <Field name="transitions" label={own.label} help={own.help} mistake={mistakes.transitions}>
      {(ids) => (
        <SearchSelect<GateTransition>
          // The select remembers what it found among the plan it began with.
          key={transitions.map(transitionKey).join()}
          id={ids.control}
          labelId={ids.labelId}
          describedBy={ids.describedBy ?? ''}
          invalid={mistakes.transitions !== undefined}
          value={chosenIn(plan, chosen)}
          search={search}
          idOf={transitionKey}
          labelOf={severalWorkflows ? labelWithWorkflow : labelOf}
          noteOf={noteOf}
          words={{ placeholder: own.placeholder, nothing: own.nothing, loading: own.looking, failed: own.failed }}
          onChange={(picked) => onChoose(picked.map(transitionKey))}
        />
      )}
    </Field>
  );
}

function labelOf({ name, toStatus, isCreate }: GateTransition): string {
  return isCreate ? fill(words.transitions.create, { status: toStatus.name }) : name;
}

function labelWithWorkflow(transition: GateTransition): string {
  return fill(words.transitions.inWorkflow, { transition: labelOf(transition), workflow: transition.workflowName });
}

function noteOf({ toStatus, workflowName }: GateTransition): string {
  return fill(words.transitions.note, { status: toStatus.name, workflow: workflowName });
}

function Planning() {
  return (
    <div className={styles.block} aria-busy="true">
      <LiveText>{words.planning}</LiveText>
      <div className={styles.waiting}>
        <Skeleton width="8rem" height="1rem" />
        <Skeleton height="2rem" />
      </div>
      <GatePreview />
      <Skeleton height="7rem" radius="var(--ds-radius-medium)" />
    </div>
  );
}
