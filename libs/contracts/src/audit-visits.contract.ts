import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { date, id } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

const MOST_DAYS = 186;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const AuditVisitQuery = z
  .strictObject({
    ...PageQuery.shape,
    from: date,
    to: date,
    province: province.optional(),
    category: inputCategory.optional(),
    firmId: id.optional(),
    auditorId: id.optional(),
  })
  .refine(({ from, to }) => days(from, to) >= 0 && days(from, to) <= MOST_DAYS, {
    path: ['to'],
    message: `must not be before from, nor more than ${MOST_DAYS} days after it`,
  });
export type AuditVisitQuery = z.infer<typeof AuditVisitQuery>;

const named = z.object({ id, name: z.string() });
export const AuditVisitView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    category: z.string(),
    supplier: named,
    site: z.object({
      ...{ id, name: z.string(), province: z.string() },
      ...{ latitude: z.number(), longitude: z.number() },
    }),
    auditor: named.nullable(),
    firm: named.nullable(),
    phase: z.string().meta({ description: '`visit-proposed`: the first of the dates that were proposed.' }),
    on: date,
    week: z.string().meta({ description: 'ISO 8601: `2026-W48`.' }),
    proposedDates: z.array(date),
  })
  .meta({ id: 'AuditVisitView' });
export type AuditVisitView = z.infer<typeof AuditVisitView>;
export const AuditVisitPage = pageOfViews('AuditVisitPage', AuditVisitView);
