import { APPEAL_GROUNDS, APPEAL_RESULTS, WAIVER_REASONS } from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { distinct, id, note } from './primitives.js';

/** The next term of a qualification, applying again, and appeals. */
export const RENEWAL_COMMANDS = [
  command('renew', {}),
  command('waive-cooling-off', { reason: z.enum(WAIVER_REASONS), note }),
  command('appeal', { ground: z.enum(APPEAL_GROUNDS), note }),
  command('appoint-panel', { members: distinct(id, 1, 2) }),
  command('vote-appeal', { result: z.enum(APPEAL_RESULTS), reaudit: z.boolean().optional(), note }),
] as const;
