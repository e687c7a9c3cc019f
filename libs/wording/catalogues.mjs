// PO catalogues as modules: written into dist by the build (run as a program), made in passing by Jest (its transformer).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createCompiledCatalog } from '@lingui/cli/api';
import config from './lingui.config.mjs';

/** What a translator's comment says of a text that nobody who speaks the language has reviewed. */
const DRAFT = 'draft';

/** Texts compiled by Lingui, in one of its forms; a text that is no message is an error. */
function compiledBy(namespace, language, entries) {
  const texts = Object.fromEntries(entries.map(([id, { translation }]) => [id, translation]));
  const { source, errors } = createCompiledCatalog(language, texts, {
    ...{ strict: true, namespace, outputPrefix: '' },
  });
  if (errors.length > 0) {
    const told = errors.map(({ id, error }) => `${id}: ${error.message}`).join('\n');
    throw new Error(`Catalogue ${language} has texts that are no messages:\n${told}`);
  }
  return source;
}

/**
 * The messages of one catalogue by id, as data. @param name of the file without its ending, `office.km` say
 * @param only what the ids begin with, `duties` say; all when it is not said
 */
export function messagesOf(name, po, only) {
  const entries = Object.entries(config.format.parse(po)).filter(
    ([id]) => only?.some((start) => id.startsWith(`${start}.`)) ?? true,
  );
  return JSON.parse(compiledBy('json', name.split('.').at(-1), entries)).messages;
}

/** One catalogue as a module: its messages, and which of them are drafts. */
function compiled(language, po) {
  const entries = Object.entries(config.format.parse(po));
  const source = compiledBy('es', language, entries);
  const drafts = entries
    .filter(([, { extra }]) => extra.translatorComments.includes(DRAFT))
    .map(([id]) => id);
  return `${source}\nexport const drafts=${JSON.stringify(drafts)};\n`;
}

const transformer = {
  process: (po, path) => ({ code: compiled(basename(path, '.po'), po) }),
  getCacheKey: (po, path) =>
    createHash('sha256')
      .update(readFileSync(import.meta.filename))
      .update('\0')
      .update(path)
      .update(po)
      .digest('hex'),
};
export default transformer;

if (process.argv[1] === import.meta.filename) {
  const target = process.argv[2];
  mkdirSync(target, { recursive: true });
  for (const language of config.locales) {
    const po = readFileSync(join(import.meta.dirname, 'locales', `${language}.po`), 'utf8');
    writeFileSync(join(target, `${language}.po.js`), compiled(language, po));
  }
}
