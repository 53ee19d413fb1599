import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startDevServer, type DevServer } from './dev-server';
import { importBacklog } from './import-backlog';
import type { StartOptions } from './options.mjs';
import { peopleOf } from './people';
import { summaryOf, summaryText } from './summary';

/**
 * What `npm start` shows once everything is installed and built: exactly one address, and what is behind it.
 * Throws one sentence where it cannot start.
 */
export async function runDevServer(options: StartOptions, print: (line: string) => void): Promise<DevServer> {
  const files = await Promise.all(options.importFiles.map(readBacklog));
  const server = await startDevServer({
    port: options.port,
    world: 'demo',
    report: print,
    ...(options.dataDir === undefined ? {} : { dataDir: path.resolve(options.dataDir) }),
  });
  try {
    for (const { name, text } of files) {
      const report = await importBacklog(server.services, text, peopleOf(server.jira.state));
      print(`${name}: ${report.summary}`);
      for (const detail of report.details) print(`  ${detail}`);
      if (!report.ok) throw new Error(`${name} was not imported; nothing was started.`);
    }
  } catch (error) {
    await server.close();
    throw error;
  }
  print(`Local Jira is ready: ${server.url}`);
  for (const line of whatIsThere(server)) print(line);
  print('');
  print('Ctrl-C stops everything.');
  return server;
}

function whatIsThere({ jira }: DevServer): readonly string[] {
  const summary = summaryOf(jira.state);
  const people = peopleOf(jira.state).filter(({ shortName }) => shortName !== 'guest').length;
  if (summary === undefined) return [`No project yet. ${people} users.`];
  return [
    `${summary.project} (${summary.projectKey}): ${summaryText(summary)}`,
    summary.setUp
      ? `Shift-Up is installed and set up. ${people} users.`
      : `Shift-Up is installed, not set up. ${people} users.`,
  ];
}

async function readBacklog(file: string): Promise<{ name: string; text: string }> {
  try {
    return { name: path.basename(file), text: await readFile(file, 'utf8') };
  } catch {
    throw new Error(`${file} cannot be read; is the path right?`);
  }
}

/** What the terminal shows of an error: its sentence, not its stack. */
export function sentenceFor(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
