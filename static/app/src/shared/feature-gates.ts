/**
 * Takes the place of Atlaskit's feature gate client in the built pages (see vite.config.mjs).
 *
 * Atlaskit's components ask a remote service which experiments are on. A page without egress cannot ask, and the real
 * client would answer "off" and the default each time, after loading 35 KB to be able to ask. So this answers the same
 * at once. A member that is not here throws a TypeError naming itself: no component in use calls one.
 */
const FeatureGates = {
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, defaultValue: Value): Value => defaultValue,
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
};
export default FeatureGates;
