import { ESCALATION_ROLES, SETTLED_BY_HAND } from '#domain';
import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { code, count, event, items, key, perhaps } from './event-fields.js';

const keys = z.array(key).max(1000);
const matter = {
  matter: z.enum(['holidays-missing', ...SETTLED_BY_HAND]),
  subject: code,
};

/** Deadlines, tasks, and what only the programme office can clear. */
export const OFFICE_EVENTS = {
  'reminder-due': event('Something is due soon.', { deadline: key, dueAt: instant }),
  escalated: event('Something was not done in time, and somebody further up is told.', {
    ...{ deadline: key, dueAt: instant, to: perhaps(z.enum(ESCALATION_ROLES)) },
  }),
  'deadline-extended': event('An officer gave more time.', { deadline: key, days: count }),
  'deadlines-recomputed': event('Dates were computed anew with the public holidays that had been missing.', {
    deadlines: keys,
  }),
  'scheme-migrated': event('The case goes on under another version of its scheme.', {
    ...{ from: id, to: id, added: items, removed: items, changed: items, deadlines: keys },
  }),
  'task-claimed': event('A person took a task.', { task: key }),
  'task-released': event('A person gave a task back.', { task: key }),
  'task-delegated': event('A task was given to another person.', { task: key, toPersonId: id }),
  'office-matter-opened': event('Something came up that only the programme office can clear.', matter),
  'office-matter-settled': event('The programme office cleared a matter.', matter),
} as const;
