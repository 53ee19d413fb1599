/** The local Forge, as the rest of the tests and the development server use it. */
export { createLocalForge, type LocalForge, type LocalForgeOptions } from './local-forge';
export { answerBridgeRequest } from './bridge-endpoint';
export { FunctionFailedError, LimitExceededError, ManifestError, NotServedError } from './errors';
export type { Clock } from './clock';
export type { KvsStore } from './kvs/store';
export type { InvocationEntry, InvocationLedger } from './ledger';
export type { PageModule } from './manifest';
export type { PageContext, ResolverCall } from './resolvers';
export type { JiraHost, JiraProductEvent, Site } from './site';
