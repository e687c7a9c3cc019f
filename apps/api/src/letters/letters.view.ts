import type { LetterSummary, LetterView } from '#contracts';
import { LETTER_EVENTS, type Letter, type LetterLine } from '#domain';
import type { CaseDetail } from '#persistence';
import { DRAFT_LETTER_LANGUAGES, sayFrame, sayLine, sayName, type LetterLanguage } from '#wording';

export const letterSummary = ({ seq, decidedAt, decisions }: Letter): LetterSummary => ({
  seq,
  decidedAt,
  decisions: LETTER_EVENTS.filter((event) => decisions.some(({ code }) => code === event)),
});

/** A letter in words of this language. */
export function letterView(letter: Letter, found: CaseDetail, language: LetterLanguage): LetterView {
  const { state, caseNumber, supplierName, siteName } = found;
  const said = (lines: readonly LetterLine[]) =>
    lines.map(({ code, params }) => ({ code, params: { ...params }, text: sayLine(code, params, language) }));
  return {
    seq: letter.seq,
    decidedAt: letter.decidedAt,
    language,
    draftTranslation: DRAFT_LETTER_LANGUAGES.includes(language),
    qualificationId: state.qualificationId,
    caseNumber,
    supplier: { id: state.supplierId, name: supplierName },
    site: siteName,
    title: sayFrame('title', language, { caseNumber }),
    decisions: said(letter.decisions),
    reasons: said(letter.reasons),
    restsOn: said(letter.restsOn),
    next: said(letter.next),
    signedBy: letter.signedBy.map((role) => ({ role, text: sayName('role', role, language) })),
    fourEyes: letter.fourEyes,
  };
}
