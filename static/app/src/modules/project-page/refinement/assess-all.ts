/**
 * Assessments in portions, one portion after the other, with the pauses that Jira asks for.
 */
import type { AppError } from '../../../../../../src/contract/result';
import type { Assessment, Relevance } from '../../../../../../src/domain/relevance';
import { isUncertain } from '../../../shared/failure-words';
import type { Refused, Saved } from './deeds';
import type { MeetingPorts } from './meeting-store';

export interface Order {
  readonly issueId: string;
  readonly assessment: Assessment;
  readonly expected: Relevance;
}

/** As many as the operation takes. */
const PORTION = 50;
/** How often a portion is tried again after Jira asked for a pause. */
const PAUSES = 3;
/** Where Jira does not say how long. */
const PAUSE_SECONDS = 10;

/**
 * Never throws; every order is answered exactly once. An answer that got lost is asked for once more: what was saved
 * already is found done.
 */
export async function assessAll(
  ports: Pick<MeetingPorts, 'assessMany' | 'wait'>,
  orders: readonly Order[],
  tell: {
    readonly answered: (saved: readonly Saved[], refused: readonly Refused[]) => void;
    readonly waiting: (seconds: number | undefined) => void;
  },
): Promise<void> {
  for (let from = 0; from < orders.length; from += PORTION) {
    const portion = orders.slice(from, from + PORTION);
    const { saved, refused } = await assessPortion(ports, portion, tell.waiting);
    tell.answered(saved, refused);
  }
}

interface Answered {
  readonly saved: readonly Saved[];
  readonly refused: readonly Refused[];
}

/** Jira may ask for a pause in the middle of a portion: then the rest of it is tried again. */
async function assessPortion(
  ports: Pick<MeetingPorts, 'assessMany' | 'wait'>,
  portion: readonly Order[],
  waiting: (seconds: number | undefined) => void,
): Promise<Answered> {
  const saved: Saved[] = [];
  const refused: Refused[] = [];
  let open = portion;
  let lost = false;
  for (let pauses = 0; ; pauses += 1) {
    const result = await ports.assessMany(open);
    if (!result.ok && isUncertain(result.error) && !lost) {
      lost = true;
      continue;
    }
    const failed = result.ok ? result.value.failed : allRefused(open, result.error);
    if (result.ok) saved.push(...result.value.done.map(({ issueId, previous }) => ({ issueId, previous })));
    const limited = failed.filter(({ error }) => error.code === 'rate-limited');
    const [first] = pauses < PAUSES ? limited : [];
    if (first === undefined) return { saved, refused: [...refused, ...failed] };
    refused.push(...failed.filter(({ error }) => error.code !== 'rate-limited'));
    open = open.filter(({ issueId }) => limited.some((refusal) => refusal.issueId === issueId));
    const seconds = first.error.retryAfterSeconds ?? PAUSE_SECONDS;
    waiting(seconds);
    await ports.wait(seconds);
    waiting(undefined);
  }
}

function allRefused(portion: readonly Order[], error: AppError): readonly Refused[] {
  return portion.map(({ issueId }) => ({ issueId, error }));
}
