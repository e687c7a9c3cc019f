import { SETTLED_BY_HAND } from '#domain';
import { z } from 'zod';
import { command } from './command-shape.js';
import { code, id, note, wholeNumber } from './primitives.js';

const task = code;

/** Deadlines and tasks. */
export const OFFICE_COMMANDS = [
  command('extend-deadline', { deadline: code, days: wholeNumber(1, 365) }),
  command('claim-task', { task }),
  command('release-task', { task }),
  command('delegate-task', { task, toPersonId: id }),
  command('settle-matter', { matter: z.enum(SETTLED_BY_HAND), subject: code, note: note.optional() }),
  command('recompute-deadlines', {}),
  command('migrate-scheme', { schemeVersionId: id, note: note.optional() }),
] as const;
