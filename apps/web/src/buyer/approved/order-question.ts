import type { ApprovedSupplierView, AskApprovalData } from '#client';

export interface QuestionDraft {
  /** The qualification that stands for supplier and goods. */
  readonly of?: string;
  readonly hsLine?: string;
  readonly endMarket?: string;
  readonly amountUsd?: number;
  readonly units?: number;
  readonly on?: string;
}
const HS = /^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/;

/** The question as the API takes it; nothing while it cannot be asked. */
export function questionOf(
  draft: QuestionDraft,
  suppliers: readonly Pick<ApprovedSupplierView, 'qualificationId' | 'supplier' | 'category'>[],
): AskApprovalData['query'] | undefined {
  const { of, hsLine, endMarket, amountUsd, units, on } = draft;
  const one = suppliers.find(({ qualificationId }) => qualificationId === of);
  if (!one || (hsLine && !HS.test(hsLine)) || (amountUsd ?? 0) < 0) return undefined;
  if (units !== undefined && (units < 0 || !Number.isInteger(units))) return undefined;
  return {
    ...{ supplierId: one.supplier.id, category: one.category },
    ...(hsLine && { hsLine }),
    ...(endMarket && { endMarket }),
    ...(amountUsd !== undefined && { amountUsd }),
    ...(units !== undefined && { units }),
    ...(on && { on }),
  };
}
