/**
 * `npm run load`: many people at the gadget and in refinement, and bulk changes of thousands of issues, against the limits of
 * Jira and Forge, which the local ones hold. Time is simulated. `-- --only viewers,triage` plays some of it. The last line is JSON.
 */
import { parseArgs } from 'node:util';
import { addMovable, addScorable, hourAfter, risksScored, storiesMove } from './bulk';
import { openLoadStage, type LoadStage } from './load-stage';
import type { LoadOutcome } from './outcome';
import { asJson, asText } from './report';
import { FULL, secondsFor } from './sizes';
import { addOwners, ownersTriage } from './triage';
import { addViewers, viewersLook } from './viewers';

/** What the app logs while a load is played, by line: counted and told once. */
function listenToLog() {
  const lines = new Map<string, number>();
  const before = console.error;
  console.error = (line: unknown) => void lines.set(String(line), (lines.get(String(line)) ?? 0) + 1);
  return {
    take: () => {
      const taken = [...lines].map(([line, count]) => `  logged ${count.toLocaleString('en')} times: ${line}`);
      lines.clear();
      return taken;
    },
    end: () => void (console.error = before),
  };
}

type Tell = (outcome: LoadOutcome) => void;

const LOADS: Readonly<Record<string, (stage: LoadStage, tell: Tell) => Promise<void>>> = {
  viewers: async (stage, tell) => {
    const people = await addViewers(stage, FULL.viewers);
    const refresh = FULL.refreshMinutes;
    tell(await viewersLook(stage, people, { seconds: 10, looks: 1, refresh }));
    tell(await viewersLook(stage, people, { seconds: 1, looks: 1, refresh }));
    tell(await viewersLook(stage, people, { seconds: 1, looks: FULL.looksAnHour, refresh }));
  },
  triage: async (stage, tell) => {
    const owners = await addOwners(stage, FULL.owners, FULL.stories);
    tell(await ownersTriage(stage, owners, FULL.triageMinutes));
  },
  stories: async (stage, tell) => {
    const stories = await addMovable(stage, FULL.stories);
    tell(await storiesMove(stage, stories, secondsFor(FULL.stories), 'events'));
    tell(await hourAfter(stage, 'stories', FULL.stories));
  },
  'stories-without-events': async (stage, tell) => {
    const stories = await addMovable(stage, FULL.stories);
    tell(await storiesMove(stage, stories, secondsFor(FULL.stories), 'nothing'));
  },
  risks: async (stage, tell) => {
    const risks = await addScorable(stage, FULL.risks);
    tell(await risksScored(stage, risks, 5, secondsFor(FULL.risks), 'events'));
    tell(await hourAfter(stage, 'risks', FULL.risks));
    tell(await risksScored(stage, risks, 1, secondsFor(FULL.risks), 'nothing'));
  },
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(LOADS);
  const print = console.log.bind(console);
  const log = listenToLog();
  const outcomes: LoadOutcome[] = [];
  for (const name of names) {
    const play = LOADS[name];
    if (play === undefined) throw new Error(`--only takes ${Object.keys(LOADS).join(', ')}`);
    const stage = await openLoadStage();
    try {
      await play(stage, (outcome) => {
        outcomes.push(outcome);
        print(`${[asText(outcome), ...log.take()].join('\n')}\n`);
      });
    } finally {
      stage.close();
    }
  }
  log.end();
  print(asJson(outcomes));
  if (outcomes.some(({ complete, failedRuns }) => !complete || failedRuns > 0)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
