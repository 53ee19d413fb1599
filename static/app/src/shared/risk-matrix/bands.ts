/**
 * Where the levels begin in the project of the issue on screen.
 */
import { createContext, useContext } from 'react';
import { DEFAULT_BANDS } from '../../../../../src/domain/level';
import type { LevelBands } from '../../../../../src/domain/level';

const BandsContext = createContext<LevelBands>(DEFAULT_BANDS);

export const BandsProvider = BandsContext.Provider;

export function useBands(): LevelBands {
  return useContext(BandsContext);
}
