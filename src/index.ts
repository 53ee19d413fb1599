/** The functions of manifest.yml. */
export { resolver } from './resolvers/resolver';
export { badge } from './resolvers/badge';
