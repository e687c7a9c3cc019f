import type { AuditorCandidateView } from '#contracts';
import { assignmentHints, type CaseState } from '#domain';
import type { CandidateRow } from '#persistence';
import { hintText, type Language } from '#wording';

/** Somebody who might audit a case, with what the rules and the office have against it. */
export const auditorCandidateView =
  (state: CaseState, language: Language) =>
  (row: CandidateRow): AuditorCandidateView => {
    const { personId, organisationId, skills, memberships, ties, earlier, declared } = row;
    const facts = {
      person: { personId, memberships },
      assignment: { ties: ties ?? [], earlier: earlier ?? [] },
    };
    const candidate = { hand: { personId, organisationId }, facts, declared, ...(skills && { skills }) };
    const { auditor } = state.audit;
    return {
      person: { id: personId, name: row.name, language: row.language },
      firm: { id: organisationId, name: row.firmName },
      skills: skills && {
        ...skills,
        languages: [...skills.languages],
        categories: [...skills.categories],
        provinces: [...skills.provinces],
      },
      openCases: row.open,
      nextVisitOn: row.nextVisitOn,
      assigned: auditor?.personId === personId && auditor.organisationId === organisationId,
      hints: assignmentHints(state, candidate, row.province).map((hint) => ({
        ...hint,
        words: hintText(language, hint),
      })),
    };
  };
