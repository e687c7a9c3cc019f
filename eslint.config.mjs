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
const libs = ['domain', 'client', 'contracts', 'evidence', 'persistence', 'platform', 'screening', 'wording'];
const apps = ['api', 'worker', 'dev', 'web'];
/** What the web app is made of: from the ground up, then the pages of each role. */
const ground = ['words', 'server', 'offline', 'ui'];
const roles = ['supplier', 'auditor', 'buyer', 'office'];
/** A path that stays in its own layer: it names no other top folder, and does not climb up to a neighbour. */
const within = (...neighbours) =>
  `\\.{1,2}/(?!.*(?:apps|libs|workflows|test|dist|node_modules)/)(?!(?:\\.{1,2}/)*(?:${neighbours.join('|') || '$'})/)`;
const besides = (all, own) => within(...all.filter((name) => name !== own));
const syntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
];
/** Only what is imported at the top of a file is held against the arrows. */
const detours = ['ImportExpression', 'TSImportType'].map((selector) => ({
  selector,
  message: 'Import it at the top of the file.',
}));
const outside = '[a-z@]';
/** Api and worker have one door to PostgreSQL: `Database`, which says who acts. */
const doors = '(?!(?:typeorm|pg)$)';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.selvedge/', 'coverage/', 'libs/client/src/generated/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': ['error', ...syntax],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['warn', 300],
    },
  },
  { files: ['apps/dev/**', 'test/**'], rules: { 'no-console': 'off' } },
  // In a browser it is the way to tell whoever looks after the page.
  { files: ['apps/web/src/**'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  only(['libs/domain/**/*.ts'], besides(libs, 'domain'), 'domain is pure: it imports nothing.'),
  only(
    ['workflows/**/*.ts'],
    `(?:${within()}|#domain(?:/deadlines)?$|@temporalio/workflow$)`,
    'workflows import domain and @temporalio/workflow, nothing else.',
  ),
  ...libs
    .slice(1)
    .map((name) =>
      only(
        [`libs/${name}/**/*.ts`],
        `(?:${besides(libs, name)}|#domain$|node:|${outside})`,
        'libs may import domain, never each other, never workflows or apps.',
      ),
    ),
  ...['api', 'worker', 'dev'].map((name) =>
    only(
      [`apps/${name}/**/*.ts`],
      // `dev` speaks to the API over HTTP, so the client is its too.
      `(?:${besides(apps, name)}|#(?:${libs.filter((lib) => lib !== 'client' || name === 'dev').join('|')}|workflows)$|node:|${name === 'dev' ? '' : doors}${outside})`,
      'apps compose libs through their aliases and never import one another.',
    ),
  ),
  only(
    ['apps/web/src/**/*.{ts,tsx}'],
    `(?:${within()}|#(?:client|domain)$|#locales/|${doors}${outside})`,
    'the web app speaks to the API by the client, and takes rules from domain and words from the catalogues.',
  ),
  ...ground.map((name, height) =>
    only(
      [`apps/web/src/${name}/**/*.{ts,tsx}`],
      `(?:${within('app', ...roles, ...ground.slice(height + 1))}|#(?:client|domain)$|#locales/|${outside})`,
      'what pages stand on knows no page.',
    ),
  ),
  ...roles.map((name) =>
    only(
      [`apps/web/src/${name}/**/*.{ts,tsx}`],
      `(?:(?:\\.\\./)+app/root-route\\.js$|${within('app', ...roles.filter((role) => role !== name))}|#(?:client|domain)$|${outside})`,
      'the pages of one role know nothing of another role; what they share is in ui.',
    ),
  ),
  {
    files: ['libs/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax, ...detours] },
  },
  {
    files: ['apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...syntax,
        {
          selector: "ImportSpecifier[imported.name='createDataSource']",
          message: 'Use openDatabase: it says who acts.',
        },
      ],
    },
  },
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
