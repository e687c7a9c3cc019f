import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { i18n } from './load.js';
import type { Language } from './languages.js';

export type Values = Readonly<Record<string, string | number>>;
/** A text of the catalogue by its id. */
export type Say = (id: string, values?: Values) => string;

export const WordsProvider = ({ children }: { readonly children: ReactNode }) => (
  <I18nProvider i18n={i18n}>{children}</I18nProvider>
);

/** How a component says things: in the language of its reader, and anew when that changes. */
export function useSay(): Say {
  const { i18n: current } = useLingui();
  return (id, values) => current._(id, values);
}

/** The text of a code, `names.role.auditor` say; the code with blanks where it has none. */
export function useSayCode(): (prefix: string, code: string, values?: Values) => string {
  const { i18n: current } = useLingui();
  return (prefix, code, values) => {
    const id = `${prefix}.${code}`;
    return Object.hasOwn(current.messages, id) ? current._(id, values) : code.replaceAll(/[-_]/g, ' ');
  };
}

/** The text of an id that may have none: a hint below a field, say. */
export function useSayIfAny(): (id: string, values?: Values) => string | undefined {
  const { i18n: current } = useLingui();
  return (id, values) => (Object.hasOwn(current.messages, id) ? current._(id, values) : undefined);
}

/** A sentence begins with a capital letter, where the writing has any. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export function useLanguage(): Language {
  const { i18n: current } = useLingui();
  return current.locale as Language;
}
