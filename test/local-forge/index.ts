/** The local Forge, as the rest of the tests and the development server use it. */
export { createLocalForge, type LocalForge, type LocalForgeOptions } from './local-forge';
export { answerBridgeRequest } from './bridge-endpoint';
export type { ArmedDisturbance, Disturbance, Trouble } from './disturbances';
export { FunctionFailedError, LimitExceededError, ManifestError, NotInstalledError, NotServedError } from './errors';
export type { Clock } from './clock';
export type { KvsStore } from './kvs/store';
export type { InvocationEntry, InvocationLedger } from './ledger';
export type { PageModule } from './manifest';
export { changesJira, type PlatformCall } from './platform-calls';
export type { PageContext, ResolverCall } from './resolvers';
export type { FormerInstallation, JiraHost, JiraProductEvent, Site } from './site';
