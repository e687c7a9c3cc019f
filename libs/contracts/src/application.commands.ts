import {
  CALL_BACK_OUTCOMES,
  CALLED_NUMBERS,
  CHECK_KINDS,
  CLEARING_REASONS,
  CONSENT_SECTIONS,
  HAND_SOURCES,
  INFORMATION_QUESTION_CODES,
  REJECTION_REASONS,
  WITHDRAWAL_REASONS,
} from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { code, date, distinct, id, instant, note } from './primitives.js';

const check = z.enum(CHECK_KINDS);
/** The id of a hit on a list, as the checks of the case tell it to officers. */
const hit = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

/** Application, screening and compliance checks, and leaving the case. */
export const APPLICATION_COMMANDS = [
  command('submit-application', {}),
  command('request-information', {
    items: z.array(code).min(1).max(100),
    questions: z
      .array(z.strictObject({ item: code, question: z.enum(INFORMATION_QUESTION_CODES) }))
      .max(100)
      .optional(),
    note: note.optional(),
  }),
  command('resubmit-application', {}),
  command('accept-application', {}),
  command('resolve-check', {
    check,
    verdict: z.enum(['PASS', 'WARN', 'FAIL', 'WAIVED']),
    source: z.enum(HAND_SOURCES).optional(),
    retrievedOn: date.optional(),
    evidenceId: id.optional(),
    expiresOn: date.optional(),
    note: note.optional(),
  }),
  command('confirm-check-failure', { check }),
  command('clear-hit', { check, hit, reason: z.enum(CLEARING_REASONS), note }),
  command('confirm-clearing', { check, hit }),
  command('rerun-check', { check }),
  command('change-bank-account', {}),
  command('confirm-bank-change', {
    outcome: z.enum(CALL_BACK_OUTCOMES),
    called: z.enum(CALLED_NUMBERS),
    note,
  }),
  command('propose-rejection', { reason: z.enum(REJECTION_REASONS), note: note.optional() }),
  command('confirm-rejection', {}),
  command('dismiss-rejection', {}),
  command('grant-consent', {
    buyerId: id,
    sections: distinct(z.enum(CONSENT_SECTIONS), 1, CONSENT_SECTIONS.length).optional(),
    validUntil: instant.optional(),
  }),
  command('withdraw-consent', { buyerId: id }),
  command('withdraw', { reason: z.enum(WITHDRAWAL_REASONS) }),
] as const;
