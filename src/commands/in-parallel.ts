/**
 * Many things at once, but not all at once: Jira counts what it is asked in a second.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */

/** Answers in the order of what was given. */
export async function inParallel<T, R>(
  values: readonly T[],
  atOnce: number,
  run: (value: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  const waiting = values.entries();
  const worker = async () => {
    for (const [index, value] of waiting) answers[index] = await run(value);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, values.length) }, worker));
  return answers;
}
