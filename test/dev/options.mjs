/** What `npm start` understands. Read before anything is installed, so it uses Node alone. */

export const USAGE = `npm start [-- options]

  --port N          the first port to try (3000); a busy one moves on to the next
  --data DIR        keep everything in DIR between runs; without it each start is the same demo
  --import FILE     a Jira CSV export to import, beside the demo; may be given several times
  --help            this text`;

/**
 * @typedef {{ port: number, dataDir?: string, importFiles: string[], help: boolean }} StartOptions
 */

/**
 * @param {readonly string[]} args
 * @returns {{ options: StartOptions } | { problem: string }} the problem is one sentence for the terminal
 */
export function parseStartOptions(args) {
  /** @type {StartOptions} */
  const options = { port: 3000, importFiles: [], help: false };
  const rest = [...args];
  while (rest.length > 0) {
    const argument = rest.shift();
    const [name, attached] = splitAtEquals(argument);
    if (name === '--help' || name === '-h') {
      options.help = true;
      continue;
    }
    if (name !== '--port' && name !== '--data' && name !== '--import') return { problem: unknownArgument(argument) };
    const value = attached ?? rest.shift();
    if (value === undefined || value === '' || value.startsWith('--'))
      return { problem: `${name} needs a value; see npm start -- --help.` };
    if (name === '--data') options.dataDir = value;
    if (name === '--import') options.importFiles.push(value);
    if (name === '--port') {
      const port = Number(value);
      if (!/^\d{1,5}$/.test(value) || port > 65535)
        return { problem: `--port needs a number from 0 to 65535, not "${value}".` };
      options.port = port;
    }
  }
  return { options };
}

/** @param {string} argument @returns {[string, string | undefined]} */
function splitAtEquals(argument) {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0 ? [argument.slice(0, at), argument.slice(at + 1)] : [argument, undefined];
}

/** @param {string} argument */
function unknownArgument(argument) {
  // `npm start --port 3001` keeps "--port" for npm itself and passes a bare 3001 on.
  if (!argument.startsWith('-')) {
    return `Unknown argument "${argument}"; options stand behind two dashes, as in npm start -- --port 3001.`;
  }
  return `Unknown option ${argument}; --port N, --data DIR and --import FILE are the ones there are.`;
}
