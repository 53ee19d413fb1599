/**
 * The block Go-live compliance: how many relevant stories of each version are protected. Pure.
 */
import type { VersionNumbers } from '../../../../../../../src/domain/report';
import { unprotectedIn } from '../../../../../../../src/domain/report-lights';
import { daysUntil, shortDay } from '../../../../shared/days';
import { report } from '../../../../shared/strings/en-report';
import { fill, plural } from '../../../../shared/strings/fill';
import type { BlockContent } from './block-of';
import { changeWords } from './change-words';
import type { SlideFacts } from './slide-of';

/** Versions that fit. */
const MOST = 2;

const words = report.goLive;

export function goLiveBlock({ numbers, names, links, before }: SlideFacts): BlockContent {
  const { versions, unplanned, day } = numbers;
  const name = ({ versionId }: VersionNumbers) => names.versions.get(versionId) ?? words.gone;
  const rows = versions.slice(0, MOST).map((version) => {
    const { versionId, due, relevant, protected: done } = version;
    const then = before?.numbers.versions.find((other) => other.versionId === versionId);
    return {
      id: versionId,
      name: name(version),
      when: due === undefined ? words.noDue : fill(words.on, { day: shortDay(due, day) }),
      count: relevant,
      jql: links?.versions.get(versionId),
      done,
      change: then === undefined ? '' : changeWords(done - then.protected),
      label: fill(words.bar, { version: name(version), done, all: relevant }),
    };
  });
  const rest = [
    versions.length > MOST ? plural(words.more, versions.length - MOST) : undefined,
    unplanned > 0 ? plural(words.unplanned, unplanned) : undefined,
  ].filter((text) => text !== undefined);
  return {
    sentence: sentenceOf(versions, name, day),
    chart: rows.length === 0 ? undefined : { kind: 'versions', rows },
    source: rest.length === 0 ? words.source : fill(words.sourceRest, { rest: rest.join(', ') }),
    jql: undefined,
  };
}

function sentenceOf(
  versions: readonly VersionNumbers[],
  name: (version: VersionNumbers) => string,
  today: string,
): string {
  if (versions.length === 0) return words.none;
  const first = versions.find((version) => unprotectedIn(version) > 0);
  if (first === undefined) return words.good;
  const count = unprotectedIn(first);
  const version = name(first);
  if (first.due === undefined) return plural(words.noDay, count, { version });
  const days = daysUntil(first.due, today);
  if (days < 0) return plural(words.late, count, { version });
  if (days === 0) return plural(words.today, count, { version });
  return plural(words.soon, count, { version, when: plural(words.inDays, days) });
}
