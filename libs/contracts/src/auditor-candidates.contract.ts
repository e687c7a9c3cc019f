import { ASSIGNMENT_WARNINGS, REFUSAL_CODES } from '#domain';
import { z } from 'zod';
import { SetAuditorSkills } from './auditor-skills.contract.js';
import { WordingQuery } from './compliance-checks.contract.js';
import { pageOfViews, PageQuery } from './page.contract.js';
import { date, id } from './primitives.js';

export const AuditorCandidateQuery = z.strictObject({ ...PageQuery.shape, ...WordingQuery.shape });
export type AuditorCandidateQuery = z.infer<typeof AuditorCandidateQuery>;

const hint = z.object({
  code: z.enum([...REFUSAL_CODES, ...ASSIGNMENT_WARNINGS]),
  subject: z.string().meta({ description: 'The kind of a tie; a person, firm, category or province.' }),
  blocks: z.boolean().meta({ description: 'The rules refuse it; else somebody should know.' }),
  words: z.string(),
});
export const AuditorCandidateView = z
  .object({
    person: z.object({ id, name: z.string(), language: z.string() }),
    firm: z.object({ id, name: z.string() }),
    skills: z
      .object(SetAuditorSkills.shape)
      .nullable()
      .meta({ description: 'Null: nobody has said what they can do.' }),
    openCases: z.number().int().meta({ description: 'Cases in which something waits for them.' }),
    nextVisitOn: date.nullable(),
    assigned: z.boolean().meta({ description: 'Whether they audit this case now.' }),
    hints: z.array(hint).meta({ description: 'What speaks against it: first what the rules refuse.' }),
  })
  .meta({ id: 'AuditorCandidateView' });
export type AuditorCandidateView = z.infer<typeof AuditorCandidateView>;
export const AuditorCandidatePage = pageOfViews('AuditorCandidatePage', AuditorCandidateView);
