import tseslint from 'typescript-eslint';

/** One built-in rule per layer: whatever the pattern does not name may not be imported, types included. */
const only = (files, allowed, message) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^(?!${allowed})`, message, allowTypeImports: false }] },
    ],
  },
});
const here = '\\.{1,2}/(?!.*(?:apps|libs|workflows|test)/)';
const outside = '[a-z@]';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.selvedge/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['warn', 300],
    },
  },
  { files: ['apps/dev/**', 'test/**'], rules: { 'no-console': 'off' } },
  only(['libs/domain/**/*.ts'], here, 'domain is pure: it imports nothing.'),
  only(
    ['workflows/**/*.ts'],
    `(?:${here}|#domain$|@temporalio/workflow$)`,
    'workflows import domain and @temporalio/workflow, nothing else.',
  ),
  only(
    ['libs/contracts/**/*.ts', 'libs/persistence/**/*.ts', 'libs/platform/**/*.ts', 'libs/screening/**/*.ts'],
    `(?:${here}|#domain$|node:|${outside})`,
    'libs may import domain, never each other, never workflows or apps.',
  ),
  only(
    ['apps/**/*.ts'],
    `(?:${here}|#(?:domain|contracts|persistence|platform|screening|workflows)$|node:|${outside})`,
    'apps compose libs through their aliases and never import one another.',
  ),
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setInterval', 'Intl', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Replayed code: use uuid4 of the workflow.' },
      ],
    },
  },
);
