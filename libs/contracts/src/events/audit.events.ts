import {
  ABORT_REASONS,
  EXTERNAL_SCHEMES,
  REPORT_REFUSALS,
  RESIDUAL_SEVERITIES,
  VERIFICATION_METHODS,
} from '#domain';
import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { code, count, day, event, grade, items, perhaps, points, visit } from './event-fields.js';

const auditor = { auditorId: id, firmId: id };
const item = { itemId: code };
const action = { correctiveActionId: code };
const method = z.enum(VERIFICATION_METHODS);
const ofVisit = { visit: perhaps(visit) };

/** The audit, what it found, its review, and what the supplier does about it. */
export const AUDIT_EVENTS = {
  'auditor-assigned': event('The programme office gave the audit to an auditor.', auditor),
  'auditor-left': event('The auditor no longer has the audit; the office looks for another.', {
    reason: z.enum([
      ...ABORT_REASONS,
      'conflict',
      'capacity',
      'language',
      'pressure',
      'reassigned',
      'appeal-overturned',
    ]),
  }),
  'visit-proposed': event('The auditor proposed days for the visit.', { dates: z.array(day).max(10) }),
  'visit-agreed': event('The day of the visit stands.', { date: day }),
  'visit-refused': event('The supplier refused the proposed days.', { refusals: count }),
  'audit-started': event('The auditor is on site and the audit has begun.', {
    overlays: perhaps(z.array(id).max(100)),
  }),
  'audit-aborted': event('The audit was broken off.', { reason: z.enum(ABORT_REASONS) }),
  'audit-submitted': event('The auditor handed the answers in; they are scored and frozen.', {
    ...{ grade, total: points, findings: count, credited: perhaps(count) },
  }),
  'zero-tolerance-alert': event(
    'Something was found that no supplier may do; a reviewer judges it at once.',
    {
      ...{ items, ...ofVisit },
    },
  ),
  'zero-tolerance-confirmed': event('A reviewer confirmed a zero-tolerance finding.', {
    ...item,
    ...ofVisit,
  }),
  'zero-tolerance-dismissed': event('A reviewer found that it was no zero-tolerance finding.', {
    ...item,
    ...ofVisit,
  }),
  'child-found': event('A child was found at work; the programme office acts within 24 hours.', { items }),
  'child-safe': event('The programme office knows the child to be safe.', {}),
  'not-applicable-confirmed': event('A reviewer agreed that much of a section does not apply here.', {
    section: code,
  }),
  'corrections-proposed': event('The auditor says that submitted answers were wrong.', { items }),
  'correction-accepted': event('A reviewer took a correction; the audit was scored anew.', {
    ...{ ...item, grade, total: points },
  }),
  'correction-refused': event('A reviewer did not take a correction; the answer stands.', item),
  'external-reports-submitted': event('The supplier handed reports of other schemes in.', {
    reports: z.array(code).max(100),
  }),
  'external-report-confirmed': event('An officer verified the report of another scheme at its source.', {
    ...{ reportId: code, scheme: z.enum(EXTERNAL_SCHEMES), reportedOn: day },
  }),
  'external-report-refused': event('The report of another scheme does not count.', {
    ...{ reportId: code, reason: z.enum(REPORT_REFUSALS) },
  }),
  'credit-ended': event('The report of another scheme no longer covers these items; they are open again.', {
    items,
  }),
  'credit-renewed': event('A newer report of another scheme covers these items.', { items }),
  'assessment-ready-for-review': event('Audit and checks are done, and a reviewer may sign.', {}),
  'assessment-passed': event('A reviewer let the assessment pass.', { grade: perhaps(grade) }),
  'audit-returned': event('A reviewer sent items back to the auditor.', { items }),
  'corrective-actions-required': event('Nonconformities must be corrected, each by its date.', {
    items: perhaps(items),
  }),
  'corrective-action-submitted': event('The supplier handed in what it did about a nonconformity.', action),
  'corrective-action-verified': event('The auditor saw that a nonconformity is corrected.', {
    ...{ ...action, method: perhaps(method) },
  }),
  'corrective-action-rejected': event(
    'What the supplier did is not enough; `last` when it may not try again.',
    {
      ...{ ...action, last: perhaps(z.boolean()) },
    },
  ),
  'corrective-action-partly-accepted': event(
    'A reviewer took part of a correction for done; a lesser rest is open.',
    {
      ...action,
      ...{
        from: z.enum(['critical', 'major', 'minor']),
        residual: z.enum(RESIDUAL_SEVERITIES),
        dueAt: instant,
      },
    },
  ),
  'verification-set': event('It was said how a correction has to be verified.', { ...action, method }),
  'corrective-plan-accepted': event('A reviewer took the plan for what is still open; the case goes on.', {
    open: perhaps(items),
  }),
} as const;
