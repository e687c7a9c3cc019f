import { CANCEL_REASONS, DECLINE_REASONS } from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { id, note, wholeNumber } from './primitives.js';

const pilotId = id;
const lot = { pilotId, lot: wholeNumber(1, 10) };

/** Pilot orders and approvals. */
export const BUYER_COMMANDS = [
  command('place-pilot', { pilotId }),
  command('confirm-pilot', { pilotId }),
  command('deliver-lot', { ...lot, quantity: wholeNumber(1, 1_000_000) }),
  command('judge-lot', { ...lot, documentsRight: z.boolean() }),
  command('request-rework', lot),
  command('reject-lot', lot),
  command('cancel-pilot', { pilotId, reason: z.enum(CANCEL_REASONS) }),
  command('request-approval', {}),
  command('recommend-approval', {}),
  command('approve', { conditional: z.boolean() }),
  command('decline-approval', { reason: z.enum(DECLINE_REASONS), note: note.optional() }),
  command('defer-approval', {}),
] as const;
