/** The functions of manifest.yml. */
export { resolver } from './resolvers/resolver';
export { badge } from './resolvers/badge';
export { setUpJob } from './events/set-up-job';
export { beforeUninstall } from './events/before-uninstall';
