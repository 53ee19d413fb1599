// Three projects: rules and hosts in Node; everything that needs a real browser in `browser`.
// Packages that ship only ES modules are compiled, because Jest's own require() cannot load them.
const compiledPackages = [
  '@sparticuz/chromium',
  'hono',
  '@hono',
  'fast-check',
  'csv-parse',
  'csv-stringify',
  'pure-rand',
  'yaml',
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${compiledPackages.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
};

export default {
  // Hundreds of random worlds in one test take minutes on a busy machine; a test that hangs is found all the same.
  testTimeout: 900_000,
  testSequencer: '<rootDir>/test/dev/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      setupFilesAfterEnv: ['<rootDir>/test/dev/fixed-seed.ts'],
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
    },
    {
      ...shared,
      displayName: 'browser',
      setupFilesAfterEnv: ['<rootDir>/test/browser/second-try.ts'],
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
