/** The functions of manifest.yml. */
export { resolver } from './resolvers/resolver';
export { badge } from './resolvers/badge';
export { setUpJob } from './events/set-up-job';
export { beforeUninstall } from './events/before-uninstall';
export { issueChanged, issueDeleted, linkChanged } from './events/issue-events';
export { reconcile, reconcileJob } from './events/reconcile-job';
export { levelsJob } from './events/levels-job';
export { daily, digestJob } from './events/digest-job';
export { snapshot, snapshotJob } from './events/snapshot-job';
export { rebuildJob } from './events/rebuild-job';
