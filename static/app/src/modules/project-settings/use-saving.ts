import { useRef, useState } from 'react';
import type { GateFollowUp, GatePlan, SaveOutcome } from '../../../../../src/contract/settings';
import { invoke } from '../../shared/bridge';
import { savedOf } from './draft';
import type { Draft } from './draft';
import type { FormEvent, FormState } from './form-state';
import { chosenIn, needsChange, outcomesOf, transitionKey } from './gate-choice';
import type { GateResult, SaveState } from './save-state';
import { changedSections } from './sections';
import type { GatePlanning } from './use-gate-plan';

export interface Saving {
  readonly save: SaveState;
  readonly saveAll: () => Promise<void>;
  /** The gate alone, as chosen and saved. */
  readonly attach: () => Promise<void>;
  /** Takes the rule out of Jira, and Block out of the settings. */
  readonly detach: () => Promise<void>;
  /** Somebody edits again: what was told is old. */
  readonly forget: () => void;
}

/** Saving and the gate, one after the other: a gate is attached only to settings that are saved. */
export function useSaving(
  form: FormState,
  chosen: readonly string[],
  gate: GatePlanning,
  dispatch: (event: FormEvent) => void,
): Saving {
  const [save, setSave] = useState<SaveState>({ state: 'idle' });
  const busy = useRef(false);
  const projectId = form.view.project.id;
  const plan = gate.reading.state === 'ready' ? gate.reading.plan : undefined;

  const once = (work: () => Promise<SaveState>) => async () => {
    if (busy.current) return;
    busy.current = true;
    // An answer of another shape than agreed on must not leave the form waiting for ever.
    setSave(await work().catch((): SaveState => ({ state: 'failed', error: { code: 'internal' } })));
    busy.current = false;
  };

  const saveSettings = async (sent: Draft): Promise<SaveState | Extract<SaveOutcome, { saved: true }>> => {
    setSave({ state: 'working', at: 'settings' });
    const { settings, storyTypeIds } = savedOf(sent);
    const answer = await invoke('saveProjectSettings', { projectId, revision: form.revision, settings, storyTypeIds });
    if (!answer.ok) {
      if (answer.error.code !== 'conflict') return { state: 'failed', error: answer.error };
      return readTheirs();
    }
    const outcome = answer.value;
    if (!outcome.saved) return { state: 'refused', mistakes: outcome.mistakes };
    dispatch({ type: 'saved', sent, saved: outcome, revision: outcome.revision });
    return outcome;
  };

  const readTheirs = async (): Promise<SaveState> => {
    setSave({ state: 'working', at: 'theirs' });
    const theirs = await invoke('readProjectSettings', { projectId });
    if (!theirs.ok) return { state: 'failed', error: theirs.error };
    // Somebody took Shift-Up out of the project: there is nothing to merge with.
    if (theirs.value.saved === undefined) return { state: 'failed', error: { code: 'not-set-up' } };
    dispatch({ type: 'lostTo', theirs: theirs.value });
    return { state: 'idle' };
  };

  const attachTo = async (before: GatePlan): Promise<GateResult> => {
    setSave({ state: 'working', at: 'attach' });
    const transitions = chosenIn(before, chosen).map(({ workflowId, transitionId }) => ({ workflowId, transitionId }));
    const wanted = transitions.map(transitionKey);
    const answer = await invoke('attachGate', { projectId, transitions, digest: before.digest });
    if (answer.ok) {
      gate.replace(answer.value);
      return { aim: 'attach', workflows: outcomesOf(before, wanted, answer.value) };
    }
    return { aim: 'attach', workflows: await afterwards(before, wanted), error: answer.error };
  };

  /** What Jira does now, after an attempt that failed somewhere. */
  const afterwards = async (before: GatePlan | undefined, wanted: readonly string[]) => {
    const now = await gate.readAgain();
    return now.state === 'ready' ? outcomesOf(before, wanted, now.plan) : undefined;
  };

  const detachNow = async (): Promise<GateResult> => {
    setSave({ state: 'working', at: 'detach' });
    const answer = await invoke('detachGate', { projectId });
    if (!answer.ok) return { aim: 'detach', workflows: await afterwards(plan, []), error: answer.error };
    const { failed, ...now } = answer.value;
    gate.replace(now);
    const [first] = failed;
    return {
      aim: 'detach',
      workflows: outcomesOf(plan, [], now),
      ...(first === undefined ? {} : { error: first.error }),
    };
  };

  const saveAll = once(async () => {
    const sent = form.draft;
    let followUp: GateFollowUp | undefined;
    const settings = changedSections(form.base, sent).length > 0;
    if (settings) {
      const outcome = await saveSettings(sent);
      if (!('saved' in outcome)) return outcome;
      followUp = outcome.gate;
    }
    if (sent.gate === 'block' && plan !== undefined && needsChange(plan, chosen)) {
      return { state: 'done', settings, gate: await attachTo(plan), ...(followUp === undefined ? {} : { followUp }) };
    }
    // Saving itself took the rule out, or wrote it anew: the plan on screen is older.
    if (settings) void gate.readAgain();
    return { state: 'done', settings, ...(followUp === undefined ? {} : { followUp }) };
  });

  const attach = once(async () =>
    plan === undefined ? { state: 'idle' } : { state: 'done', settings: false, gate: await attachTo(plan) },
  );

  const detach = once(async () => {
    const result = await detachNow();
    if (result.error !== undefined || form.base.gate !== 'block')
      return { state: 'done', settings: false, gate: result };
    // Otherwise the project would say Block while nothing blocks.
    const sent: Draft = { ...form.base, gate: 'flag' };
    dispatch({ type: 'edited', change: { gate: 'flag' } });
    const outcome = await saveSettings(sent);
    return 'saved' in outcome ? { state: 'done', settings: false, gate: result } : outcome;
  });

  const forget = () => {
    if (!busy.current) setSave((now) => (now.state === 'idle' ? now : { state: 'idle' }));
  };
  return { save, saveAll, attach, detach, forget };
}
