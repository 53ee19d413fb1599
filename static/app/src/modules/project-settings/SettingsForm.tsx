import { useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ProjectSettingsView } from '../../../../../src/contract/settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { ApproversSection } from './ApproversSection';
import { BlockPart } from './BlockPart';
import { ChecksSection } from './ChecksSection';
import { ConflictBar } from './ConflictBar';
import { differences } from './difference';
import { draftOf } from './draft';
import type { Draft } from './draft';
import { SettingsFormProvider } from './form-context';
import { formState, startOf } from './form-state';
import { attachedOf, firstChoice, needsChange } from './gate-choice';
import { obstacleOf } from './gate-obstacle';
import { GateSection } from './GateSection';
import { HintWordsSection } from './HintWordsSection';
import { LevelsSection } from './LevelsSection';
import { LightsSection } from './LightsSection';
import { goneIn, inPlaces, mistakesIn } from './mistakes';
import { choicesOf } from './names';
import { ReadySection } from './ReadySection';
import { ReasonsSection } from './ReasonsSection';
import { SaveBar } from './SaveBar';
import type { Notice } from './SaveBar';
import { changedSections } from './sections';
import type { Section } from './sections';
import { StrayGate } from './StrayGate';
import { Theirs } from './Theirs';
import { useGatePlan } from './use-gate-plan';
import { useLeaveWarning } from './use-leave-warning';
import { useOnline } from './use-online';
import { useSaving } from './use-saving';

/** All settings of one project in one form, saved together. */
export function SettingsForm({ view, siteUrl }: { readonly view: ProjectSettingsView; readonly siteUrl: string }) {
  const [state, dispatch] = useReducer(formState, view, startOf);
  const { base, draft } = state;
  const gate = useGatePlan(view.project.id, draft.readyStatusIds, draft.storyTypeIds);
  const plan = gate.reading.state === 'ready' ? gate.reading.plan : undefined;
  const chosen = state.transitions ?? (plan === undefined ? [] : firstChoice(plan));
  const saving = useSaving(state, chosen, gate, dispatch);
  const [checked, setChecked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [newReason, setNewReason] = useState<string | undefined>(undefined);
  const [notice, setNotice] = useState<Notice | undefined>(undefined);
  const [discarded, setDiscarded] = useState<Draft | undefined>(undefined);
  const [showTheirs, setShowTheirs] = useState(false);
  const online = useOnline();
  const form = useRef<HTMLFormElement>(null);

  const choices = choicesOf(state.view, state.met);
  const pending = newReason !== undefined && newReason.trim() !== '';
  const found = mistakesIn(draft, choices, { plan, chosen }, pending);
  // Nobody is told about mistakes before they tried to save; afterwards each goes away as soon as it is mended.
  const refused = saving.save.state === 'refused' ? inPlaces(saving.save.mistakes, draft, choices) : {};
  const mistakes = checked ? { ...refused, ...found } : goneIn(draft, choices, found);

  const sections = changedSections(base, draft);
  const otherTransitions =
    draft.gate === 'block' && state.transitions !== undefined && plan !== undefined && needsChange(plan, chosen);
  const changed: readonly Section[] = otherTransitions && !sections.includes('gate') ? [...sections, 'gate'] : sections;
  useLeaveWarning(changed.length > 0 || pending);

  const touched = () => {
    saving.forget();
    setNotice(undefined);
  };
  const edit = (change: Partial<Draft>) => {
    touched();
    dispatch({ type: 'edited', change });
  };
  const focusMistake = () =>
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistaken="true"]')?.focus();
  const save = async () => {
    setNotice(undefined);
    flushSync(() => {
      setChecked(true);
      setAttempt((count) => count + 1);
    });
    if (Object.keys(found).length > 0) {
      focusMistake();
      return;
    }
    await saving.saveAll();
    focusMistake();
  };
  const discard = () => {
    saving.forget();
    setDiscarded(draft);
    setNewReason(undefined);
    setChecked(false);
    dispatch({ type: 'discarded' });
    setNotice('discarded');
  };
  const undoDiscard = () => {
    if (discarded !== undefined) edit(discarded);
  };
  const settle = (keepMine: boolean) => {
    const { theirs } = state;
    if (theirs === undefined) return;
    setShowTheirs(false);
    const next = formState(state, { type: keepMine ? 'keptMine' : 'tookTheirs' });
    dispatch({ type: keepMine ? 'keptMine' : 'tookTheirs' });
    const left = changedSections(next.base, next.draft).length > 0;
    setNotice(keepMine ? (left ? 'keptMine' : 'nothingLeft') : 'took');
  };

  const theirs = state.theirs?.saved;
  return (
    <SettingsFormProvider value={{ draft, choices, mistakes, edit }}>
      <form ref={form} noValidate aria-label={projectSettings.title} onSubmit={(event) => event.preventDefault()}>
        <ReadySection />
        <ChecksSection />
        <GateSection
          initial={state.view.defaults.settings.gate}
          obstacle={plan === undefined ? undefined : obstacleOf(plan)}
        >
          {draft.gate === 'block' ? (
            <BlockPart
              reading={gate.reading}
              chosen={chosen}
              savedAsBlock={base.gate === 'block'}
              siteUrl={siteUrl}
              project={state.view.project}
              onChoose={(keys) => {
                touched();
                dispatch({ type: 'choseTransitions', keys });
              }}
              onRetry={() => void gate.readAgain()}
              onAttach={() => void saving.attach()}
              onDetach={() => void saving.detach()}
            />
          ) : null}
          {plan !== undefined && base.gate !== 'block' && draft.gate !== 'block' ? (
            <StrayGate attached={attachedOf(plan)} onDetach={() => void saving.detach()} />
          ) : null}
        </GateSection>
        <ReasonsSection
          newReasons={state.view.newReasons}
          typed={newReason}
          onTyped={(typed) => {
            touched();
            setNewReason(typed);
          }}
        />
        <HintWordsSection />
        <LevelsSection projectId={view.project.id} base={base} defaults={draftOf(state.view.defaults)} />
        <LightsSection />
        <ApproversSection projectId={view.project.id} onMetGroup={(group) => dispatch({ type: 'metGroup', group })} />
      </form>
      {theirs === undefined ? (
        <SaveBar
          save={saving.save}
          changed={changed}
          mistakes={checked ? Object.keys(mistakes).length : 0}
          offline={!online}
          notice={notice}
          attempt={attempt}
          onSave={() => void save()}
          onDiscard={discard}
          onUndoDiscard={undoDiscard}
          onAttach={() => void saving.attach()}
          onDetach={() => void saving.detach()}
        />
      ) : (
        <>
          {showTheirs && state.theirs !== undefined ? (
            <Theirs
              differences={differences(draft, draftOf(theirs), choicesOf(state.theirs, [...choices.groups]))}
              mine={sections}
            />
          ) : null}
          <ConflictBar
            shown={showTheirs}
            onShow={setShowTheirs}
            onKeepMine={() => settle(true)}
            onTakeTheirs={() => settle(false)}
          />
        </>
      )}
    </SettingsFormProvider>
  );
}
