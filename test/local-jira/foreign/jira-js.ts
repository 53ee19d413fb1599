import { buildSync } from 'esbuild';
import type { createAgileClient } from 'jira.js/agile';
import type { createCloudClient } from 'jira.js/cloud';

interface JiraJs {
  readonly createCloudClient: typeof createCloudClient;
  readonly createAgileClient: typeof createAgileClient;
}

const ENTRY = `
export { createCloudClient } from 'jira.js/cloud';
export { createAgileClient } from 'jira.js/agile';
`;

/**
 * jira.js, a client for Jira Cloud that knows nothing of the local Jira. It exists as ES modules only, with cycles that
 * survive nothing but a bundler; Jest's own require() cannot load it.
 */
export function loadJiraJs(): JiraJs {
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir: __dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the bundle just built, see above
  const run = new Function('module', 'exports', 'require', outputFiles[0]!.text) as (...parts: unknown[]) => void;
  run(module, module.exports, require);
  return module.exports as JiraJs;
}

export type CloudClient = ReturnType<typeof createCloudClient>;
export type AgileClient = ReturnType<typeof createAgileClient>;
