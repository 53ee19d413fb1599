/** Every operation, behind the guard. */
import { acceptanceOperations } from './acceptance';
import { guarded } from './define';
import { enablerOperations } from './enablers';
import { gadgetOperations } from './gadget';
import { gateOperations } from './gate';
import { importOperations } from './import';
import { linkOperations } from './links';
import { recalculationOperations } from './recalculation';
import { reportOperations } from './report';
import { riskOperations } from './risk';
import { settingsOperations } from './settings';
import { projectSetupOperations } from './project-setup';
import { setupOperations } from './setup';
import { storyOperations } from './story';
import { supportOperations } from './support';
import { trendOperations } from './trends';

export const resolver = guarded({
  ...setupOperations,
  ...projectSetupOperations,
  ...storyOperations,
  ...linkOperations,
  ...enablerOperations,
  ...riskOperations,
  ...reportOperations,
  ...acceptanceOperations,
  ...importOperations,
  ...recalculationOperations,
  ...settingsOperations,
  ...gateOperations,
  ...gadgetOperations,
  ...trendOperations,
  ...supportOperations,
});
