import type { StuckCaseView } from '#contracts';
import type { StuckCase } from '#persistence';
import { stuckText, type Language } from '#wording';

export const stuckCaseView =
  (language: Language) =>
  ({ supplierId, supplierName, since, ...row }: StuckCase): StuckCaseView => ({
    ...row,
    supplier: { id: supplierId, name: supplierName },
    since: since?.toISOString() ?? null,
    words: stuckText(language, row.reason),
  });
