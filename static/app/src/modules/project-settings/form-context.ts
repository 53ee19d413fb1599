import { createContext, useContext } from 'react';
import type { Draft } from './draft';
import type { Mistakes } from './mistakes';
import type { Choices } from './names';

/** What every section of the form sees. */
export interface SettingsForm {
  readonly draft: Draft;
  readonly choices: Choices;
  /** Shown below the fields; empty until somebody tried to save. */
  readonly mistakes: Mistakes;
  readonly edit: (change: Partial<Draft>) => void;
}

const Form = createContext<SettingsForm | undefined>(undefined);
export const SettingsFormProvider = Form.Provider;

/** @throws Error outside the form. */
export function useSettingsForm(): SettingsForm {
  const form = useContext(Form);
  if (form === undefined) throw new Error('a section stands outside the form');
  return form;
}
