/** Every operation, behind the guard. */
import { guarded } from './define';
import { gateOperations } from './gate';
import { linkOperations } from './links';
import { riskOperations } from './risk';
import { settingsOperations } from './settings';
import { projectSetupOperations } from './project-setup';
import { setupOperations } from './setup';
import { storyOperations } from './story';

export const resolver = guarded({
  ...setupOperations,
  ...projectSetupOperations,
  ...storyOperations,
  ...linkOperations,
  ...riskOperations,
  ...settingsOperations,
  ...gateOperations,
});
