import { setupI18n, type Messages } from '@lingui/core';
import { addressOf, type Part } from './addresses.js';
import { languageHere, type Language } from './languages.js';

/** Said in what a person reads; a text that is missing is told to whoever looks after the page. */
export const i18n = setupI18n({
  locale: languageHere(),
  missing: (language, id) => {
    console.error(`There is no text ${id} in ${language}.`);
    return id;
  },
});

const loads = new Map<string, Promise<void>>();
const parts = new Set<Part>();

async function fetched(part: Part, language: Language): Promise<void> {
  const answer = await fetch(addressOf(part, language));
  if (!answer.ok) throw new Error(`The texts of ${part} could not be loaded.`);
  i18n.load(language, (await answer.json()) as Messages);
}

function once(part: Part, language: Language): Promise<void> {
  const key = `${part} ${language}`;
  const load = loads.get(key) ?? fetched(part, language);
  loads.set(key, load);
  // What failed is tried again by whoever needs it next.
  load.catch(() => loads.delete(key));
  return load;
}

/** Parts of the catalogue, there for whoever renders next: a route asks for them before it shows its page. */
export async function loadWords(...wanted: readonly Part[]): Promise<void> {
  for (const part of wanted) parts.add(part);
  await Promise.all(wanted.map((part) => once(part, i18n.locale as Language)));
}

/** Go on in another language, with all that was loaded so far and what is wanted beside it. */
export async function speak(language: Language, ...wanted: readonly Part[]): Promise<void> {
  for (const part of wanted) parts.add(part);
  await Promise.all([...parts].map((part) => once(part, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
}
