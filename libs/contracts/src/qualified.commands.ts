import {
  CHANGE_CODES,
  DOWNGRADE_REASONS,
  REVOCATION_CAUSES,
  SURVEILLANCE_OUTCOMES,
  SUSPENDED_BY_HAND,
} from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { id, note as text } from './primitives.js';

const note = text.optional();
const change = z.enum(CHANGE_CODES);
const outcome = z.enum(SURVEILLANCE_OUTCOMES);
/** `v1`, or `u1` for a visit that is not announced. */
export const surveillanceVisit = z.string().regex(/^[uv][1-9]\d{0,2}$/, 'must be a visit, for example v1');
const visit = surveillanceVisit;

/** The years of a qualification: conditions, suspension, changes, surveillance. */
export const QUALIFIED_COMMANDS = [
  command('downgrade', { reason: z.enum(DOWNGRADE_REASONS) }),
  command('meet-conditions', {}),
  command('suspend', { cause: z.enum(SUSPENDED_BY_HAND), note }),
  command('confirm-suspension', {}),
  command('dismiss-suspension', { note }),
  command('propose-reinstatement', { note }),
  command('confirm-reinstatement', {}),
  command('dismiss-reinstatement', { note }),
  command('propose-revocation', { cause: z.enum(REVOCATION_CAUSES), note }),
  command('confirm-revocation', {}),
  command('dismiss-revocation', { note }),
  command('confirm-approval', {}),
  command('report-change', { change, note }),
  command('conclude-change', { change, outcome, note }),
  command('conclude-desk-review', { outcome, note }),
  command('order-surveillance', { unannounced: z.boolean(), note }),
  command('assign-surveillance', { visit, auditorId: id, firmId: id }),
  command('submit-surveillance', { visit }),
  command('conclude-surveillance', { visit, outcome, note }),
] as const;
