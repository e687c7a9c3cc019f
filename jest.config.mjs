const layer = (name) => [`^#${name}$`, `<rootDir>/libs/${name}/src/index.ts`];

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.po'],
  moduleNameMapper: {
    ...Object.fromEntries(
      ['client', 'domain', 'contracts', 'evidence', 'persistence', 'platform', 'screening', 'wording'].map(
        layer,
      ),
    ),
    '^#workflows$': '<rootDir>/workflows/messages.ts',
    // Its modules import JSON in a way that Jest warns of, once for each file of tests.
    '^libphonenumber-js/min$': '<rootDir>/node_modules/libphonenumber-js/min/index.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.selvedge/'],
  transform: {
    '\\.po$': '<rootDir>/libs/wording/catalogues.mjs',
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

/** Rules need nothing but Node; stories and faults run on a real PostgreSQL and a real Temporal server. */
export default {
  // Only against what would hang: how long a step takes says something of the machine, not of the product.
  testTimeout: 300_000,
  // Stories wait for the server more than they compute.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // What a file has loaded as modules stays in its worker for good; with some hundred files it would be gigabytes.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...base,
      displayName: 'rules',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
