interface TestFile {
  /** Absolute. */
  readonly path: string;
}

export default class LongestFirst {
  sort<T extends TestFile>(tests: readonly T[]): T[];
  allFailedTests<T extends TestFile>(tests: readonly T[]): T[];
  shard<T extends TestFile>(
    tests: readonly T[],
    part: { readonly shardIndex: number; readonly shardCount: number },
  ): T[];
  cacheResults(): void;
}
