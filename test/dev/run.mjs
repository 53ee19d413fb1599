// Runs a TypeScript script of the project, after installing what is missing: node test/dev/run.mjs FILE [arguments].
import { installWhatIsMissing } from './install.mjs';
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
const file = process.argv[2];
if (problem !== undefined || file === undefined) {
  console.error(problem ?? 'Which script? node test/dev/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
installWhatIsMissing();
const { loadTypeScript } = await import('./typescript.mjs');
// The script sees its own arguments where Node would have put them.
process.argv.splice(1, 2, file);
await loadTypeScript(file);
