import { ABORT_REASONS, RESIDUAL_SEVERITIES, VERIFICATION_METHODS, REPORT_REFUSALS } from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { code, date, id, note } from './primitives.js';

const auditor = { auditorId: id, firmId: id };
const method = z.enum(VERIFICATION_METHODS);
const dates = z.array(date).min(1).max(10);

/** Audit, review and corrective actions. */
export const AUDIT_COMMANDS = [
  command('assign-auditor', auditor),
  command('reassign-auditor', auditor),
  command('decline-assignment', { reason: z.enum(['conflict', 'capacity', 'language']) }),
  command('withdraw-from-audit', { reason: z.enum(['conflict', 'pressure']) }),
  command('propose-visit', { dates }),
  command('accept-visit', { date }),
  command('refuse-visit', {}),
  command('reschedule-visit', { dates }),
  command('start-audit', {}),
  command('submit-audit', {}),
  command('abort-audit', { reason: z.enum(ABORT_REASONS), note: note.optional() }),
  command('confirm-zero-tolerance', { itemId: code }),
  command('dismiss-zero-tolerance', { itemId: code, note: note.optional() }),
  command('report-child', { note }),
  command('mark-child-safe', { note }),
  command('pass-review', {}),
  command('require-corrective-actions', {}),
  command('return-to-auditor', { items: z.array(code).min(1).max(100) }),
  command('confirm-not-applicable', { section: code }),
  command('propose-corrections', { items: z.array(code).min(1).max(100) }),
  command('accept-correction', { itemId: code }),
  command('refuse-correction', { itemId: code, note: note.optional() }),
  command('submit-external-reports', {}),
  command('confirm-external-report', { reportId: code }),
  command('refuse-external-report', {
    reportId: code,
    reason: z.enum(REPORT_REFUSALS),
    note: note.optional(),
  }),
  command('submit-corrective-action', { correctiveActionId: code }),
  command('set-verification', { correctiveActionId: code, method }),
  command('verify-corrective-action', {
    correctiveActionId: code,
    method: method.optional(),
    visitDate: date.optional(),
  }),
  command('reject-corrective-action', { correctiveActionId: code, note: note.optional() }),
  command('accept-corrective-action-partly', {
    correctiveActionId: code,
    residual: z.enum(RESIDUAL_SEVERITIES),
    note: note.optional(),
  }),
  command('accept-corrective-plan', {}),
] as const;
