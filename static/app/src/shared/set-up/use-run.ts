import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError, Result } from '../../../../../src/contract/result';
import type { SetupRun } from '../../../../../src/contract/set-up';
import type { RunOperations } from './operations';
import { isActive } from './run-lines';
import { pauseBeforeNext } from './run-pace';
import { useVisible } from './use-visible';

export interface WatchedRun {
  /** The first answer is here, or there will be none: `lost` says why. */
  readonly asked: boolean;
  readonly run: SetupRun | undefined;
  /** The run there was when the page first asked. */
  readonly firstId: string | undefined;
  /** Jira gives no answer at the moment; `run` is what it last said. */
  readonly lost: AppError | undefined;
  /** When `run` was last heard of. */
  readonly heardAt: Date | undefined;
  /** Whether this run was started, resumed or seen going on while this page was open. */
  readonly seenGoing: boolean;
  /** Resume or stop did not work. */
  readonly refused: AppError | undefined;
  readonly busy: 'resume' | 'stop' | undefined;
  /** Asks at once; the answer is what Jira says now, or the last that is known. */
  readonly ask: () => Promise<SetupRun | undefined>;
  /** Shows a run that an operation has just answered with. */
  readonly show: (run: SetupRun) => void;
  readonly resume: () => void;
  readonly stop: (() => void) | undefined;
}

interface Heard {
  readonly asked: boolean;
  readonly run: SetupRun | undefined;
  readonly lost: AppError | undefined;
  readonly heardAt: Date | undefined;
  readonly failures: number;
  readonly going: string | undefined;
  readonly firstId: string | undefined;
}

const NOTHING: Heard = {
  asked: false,
  run: undefined,
  lost: undefined,
  heardAt: undefined,
  failures: 0,
  going: undefined,
  firstId: undefined,
};

/** The run under way or the last one, kept up to date for as long as the page shows it. */
export function useRun(operations: RunOperations): WatchedRun {
  const [heard, setHeard] = useState<Heard>(NOTHING);
  const [refused, setRefused] = useState<AppError | undefined>(undefined);
  const [stopAsked, setStopAsked] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState<'resume' | 'stop' | undefined>(undefined);
  const visible = useVisible();
  // An answer that left before a newer one must not take its place.
  const newest = useRef(0);

  const show = useCallback((run: SetupRun) => {
    newest.current += 1;
    setHeard((before) => ({ ...hear(before, run), going: run.id }));
  }, []);

  const ask = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    const answer = await operations.readRun();
    if (mine === newest.current) {
      setHeard((before) =>
        answer.ok
          ? hear(before, answer.value.run)
          : { ...before, asked: true, lost: answer.error, failures: before.failures + 1 },
      );
    }
    return answer.ok ? answer.value.run : undefined;
  }, [operations]);

  useEffect(() => {
    if (!heard.asked) {
      void ask();
      return undefined;
    }
    const pause = pauseBeforeNext({
      run: heard.run,
      hidden: !visible,
      failures: heard.failures,
      error: heard.lost,
    });
    if (pause === undefined) return undefined;
    const timer = setTimeout(() => void ask(), pause);
    return () => clearTimeout(timer);
  }, [heard, visible, ask]);

  const order = useCallback(
    async (what: 'resume' | 'stop', give: () => Promise<Result<SetupRun>>) => {
      setBusy(what);
      setRefused(undefined);
      const answer = await give();
      setBusy(undefined);
      if (answer.ok) {
        // The step at hand is still done: the run goes on for a moment.
        if (what === 'stop') setStopAsked(answer.value.id);
        show(answer.value);
      } else {
        setRefused(answer.error);
        void ask();
      }
    },
    [ask, show],
  );
  const runId = heard.run?.id;
  const resume = useCallback(() => {
    setStopAsked(undefined);
    if (runId !== undefined) void order('resume', () => operations.resume(runId));
  }, [operations, order, runId]);
  const give = operations.stop;
  const stop = useCallback(() => {
    if (runId !== undefined && give !== undefined) void order('stop', () => give(runId));
  }, [give, order, runId]);

  return {
    asked: heard.asked,
    run: heard.run,
    firstId: heard.firstId,
    lost: heard.lost,
    heardAt: heard.heardAt,
    seenGoing: heard.run !== undefined && heard.going === heard.run.id,
    refused,
    busy: busy ?? (isActive(heard.run) && stopAsked === runId && runId !== undefined ? 'stop' : undefined),
    ask,
    show,
    resume,
    stop: give === undefined ? undefined : stop,
  };
}

function hear(before: Heard, run: SetupRun | undefined): Heard {
  return {
    asked: true,
    run,
    lost: undefined,
    heardAt: new Date(),
    failures: 0,
    firstId: before.heardAt === undefined ? run?.id : before.firstId,
    going: run !== undefined && isActive(run) ? run.id : before.going,
  };
}
