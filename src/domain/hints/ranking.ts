/**
 * Which topics a hint names, and in which order. Pure.
 */
import type { HintPlace } from './places';
import { TOPICS, type Topic } from './topics';

/** From this sum on a further topic is named. */
const TOPIC_FROM = 2;

interface Spoken {
  readonly topic: Topic;
  readonly weight: number;
  readonly places: readonly HintPlace[];
}

/**
 * The topic of the strongest word first, of equals the one whose word the summary says, then by their sums; further ones
 * where more than a passing word speaks for it.
 */
export function topicsOf(evidence: readonly Spoken[]): readonly Topic[] {
  const topics = [...new Set(evidence.map(({ topic }) => topic))].map((topic) => {
    const words = evidence.filter((one) => one.topic === topic);
    const most = Math.max(...words.map(({ weight }) => weight));
    const strongest = words.filter(({ weight }) => weight === most);
    const inSummary = strongest.some(({ places }) => places.some(({ part }) => part === 'summary'));
    return { topic, most, inSummary, sum: words.reduce((sum, { weight }) => sum + weight, 0) };
  });
  return topics
    .sort(
      (a, b) =>
        b.most - a.most || Number(b.inSummary) - Number(a.inSummary) || b.sum - a.sum || rank(a.topic) - rank(b.topic),
    )
    .filter(({ sum }, index) => index === 0 || sum >= TOPIC_FROM)
    .map(({ topic }) => topic);
}

/** The easier one is overlooked, the earlier it stands. */
export function rank(topic: Topic): number {
  return TOPICS.indexOf(topic);
}
