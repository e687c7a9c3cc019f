import { setupI18n } from '@lingui/core';
import { messages as applicationEn } from '../../libs/wording/locales/web/application.en.po.js';
import { messages as applicationKm } from '../../libs/wording/locales/web/application.km.po.js';
import { messages as auditorKm } from '../../libs/wording/locales/web/auditor.km.po.js';
import { messages as shellKm } from '../../libs/wording/locales/web/shell.km.po.js';
import { messages as supplierKm } from '../../libs/wording/locales/web/supplier.km.po.js';
import { messages as auditorEn } from '../../libs/wording/locales/web/auditor.en.po.js';
import { messages as shellEn } from '../../libs/wording/locales/web/shell.en.po.js';
import { messages as supplierEn } from '../../libs/wording/locales/web/supplier.en.po.js';

const CATALOGUES = {
  en: { ...shellEn, ...supplierEn, ...auditorEn, ...applicationEn },
  km: { ...shellKm, ...supplierKm, ...auditorKm, ...applicationKm },
};
/** A text of the app by its id. */
export type Said = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** What the app says to suppliers and auditors in a language: a review of its words breaks no test that only looks for a button. */
export function wordsOf(language: keyof typeof CATALOGUES): Said {
  const i18n = setupI18n({ locale: language, messages: { [language]: CATALOGUES[language] } });
  return (id, values) => {
    if (!Object.hasOwn(CATALOGUES[language], id)) throw new Error(`the app has no text ${id}`);
    return i18n._(id, values);
  };
}
