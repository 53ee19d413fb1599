import { nodeProblem } from './node-version.mjs';
import { parseStartOptions } from './options.mjs';

describe('what npm start understands', () => {
  it('starts at port 3000, without a folder or a file', () => {
    expect(parseStartOptions([])).toEqual({ options: { port: 3000, importFiles: [], help: false } });
  });

  it('takes values behind a space or an equals sign, and --import several times', () => {
    expect(parseStartOptions(['--port=0', '--data', 'x y', '--import', 'a.csv', '--import=b.csv'])).toEqual({
      options: { port: 0, dataDir: 'x y', importFiles: ['a.csv', 'b.csv'], help: false },
    });
  });

  it.each([
    [['--prot', '3001'], 'Unknown option --prot; --port N, --data DIR and --import FILE are the ones there are.'],
    [['3001'], 'Unknown argument "3001"; options stand behind two dashes, as in npm start -- --port 3001.'],
    [['--port', 'abc'], '--port needs a number from 0 to 65535, not "abc".'],
    [['--port', '70000'], '--port needs a number from 0 to 65535, not "70000".'],
    [['--port', '-1'], '--port needs a number from 0 to 65535, not "-1".'],
    [['--data'], '--data needs a value; see npm start -- --help.'],
    [['--data='], '--data needs a value; see npm start -- --help.'],
    [['--data', '--port'], '--data needs a value; see npm start -- --help.'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(parseStartOptions(args)).toEqual({ problem: sentence });
  });
});

describe('which Node is enough', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '25.0.0'])('%s is', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('%s is not, and one sentence says so', (version) => {
    expect(nodeProblem(version)).toMatch(
      new RegExp(`^This needs Node 20\\.19 or newer .* this is Node ${version}: .*\\.$`),
    );
  });
});
