/** What administrators do in Jira's own pages and REST cannot do. */
export { registerByHand } from './control';
export { teamManaged, TeamManagedProject } from './team-managed';
