/** Every operation, behind the guard. */
import { guarded } from './define';
import { linkOperations } from './links';
import { riskOperations } from './risk';
import { setupOperations } from './setup';
import { storyOperations } from './story';

export const resolver = guarded({ ...setupOperations, ...storyOperations, ...linkOperations, ...riskOperations });
