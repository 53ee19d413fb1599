// `npm start`: a local Jira with Shift-Up in it, from a fresh clone, in one command.
import { nodeProblem } from './node-version.mjs';
import { parseStartOptions, USAGE } from './options.mjs';

const parsed = parseStartOptions(process.argv.slice(2));
const problem = nodeProblem(process.versions.node) ?? ('problem' in parsed ? parsed.problem : undefined);

if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
} else if (parsed.options.help) {
  console.log(USAGE);
} else {
  // What needs a current Node, or packages, is loaded only now.
  import('./start-local-jira.mjs').then(({ startLocalJira }) => startLocalJira(parsed.options));
}
