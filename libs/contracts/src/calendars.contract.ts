import { z } from 'zod';
import { instant } from './primitives.js';

export const CalendarView = z.object({ since: instant }).meta({
  id: 'CalendarView',
  description: 'That there is an address; it is told when it is made and never again.',
});
export type CalendarView = z.infer<typeof CalendarView>;
export const NewCalendarView = z
  .object({ url: z.string() })
  .meta({ id: 'NewCalendarView', description: 'For a calendar program. Whoever has it reads what is due.' });
export type NewCalendarView = z.infer<typeof NewCalendarView>;

/** `<secret>.ics`: whatever else it is, no calendar is there. */
export const CalendarFile = z.string().min(1).max(200);
