import { formatter } from '@lingui/format-po';

/**
 * How the catalogues are written, for Lingui's own tools too (`npx lingui compile --config libs/wording/lingui.config.mjs`).
 * Ids are ours (`letters.reason.grade`) and asked for by code, so that a text may change without a change of code; there is
 * nothing to extract from sources.
 * @type {import('@lingui/conf').LinguiConfig}
 */
const config = {
  locales: ['en', 'km', 'zh'],
  sourceLocale: 'en',
  rootDir: import.meta.dirname,
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: [] }],
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false, origins: false }),
  compileNamespace: 'es',
};
export default config;
