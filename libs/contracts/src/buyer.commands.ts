import {
  CANCEL_REASONS,
  CLAIM_REASONS,
  DECLINE_REASONS,
  PRODUCTION_RESULTS,
  SAMPLE_KINDS,
  SAMPLE_REASONS,
} from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { date, distinct, id, note, wholeNumber } from './primitives.js';

const pilotId = id;
const lot = { pilotId, lot: wholeNumber(1, 10) };
const ofSample = { pilotId, sample: z.enum(SAMPLE_KINDS) };
const quantity = wholeNumber(1, 1_000_000);

/** Pilot orders and approvals. */
export const BUYER_COMMANDS = [
  command('place-pilot', { pilotId }),
  command('confirm-pilot', { pilotId }),
  command('submit-sample', { ...ofSample, evidence: distinct(id, 1, 20) }),
  command('approve-sample', ofSample),
  command('reject-sample', { ...ofSample, reason: z.enum(SAMPLE_REASONS), note: note.optional() }),
  command('start-production', { pilotId }),
  command('record-production-check', {
    pilotId,
    percentDone: wholeNumber(20, 80),
    result: z.enum(PRODUCTION_RESULTS),
    evidence: distinct(id, 0, 20),
    note: note.optional(),
  }),
  command('ready-for-inspection', { ...lot, quantity }),
  command('book-inspection', { ...lot, date }),
  command('start-inspection', lot),
  command('deliver-lot', { ...lot, quantity }),
  command('confirm-receipt', {
    ...lot,
    quantity: wholeNumber(0, 1_000_000),
    date,
    claimReason: z.enum(CLAIM_REASONS).optional(),
    claimUnits: wholeNumber(0, 1_000_000).optional(),
    claimUsd: z.number().min(0).max(1_000_000).optional(),
  }),
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
