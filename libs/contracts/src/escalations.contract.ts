import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant } from './primitives.js';
import { TaskView, taskFilter } from './tasks.contract.js';

const { what, role, category, province } = taskFilter;
export const EscalationQuery = z.strictObject({ ...PageQuery.shape, what, role, category, province });
export type EscalationQuery = z.infer<typeof EscalationQuery>;

const named = z.object({ id, name: z.string() });
export const EscalationView = z
  .object({
    ...TaskView.omit({ supplierName: true }).shape,
    dueAt: instant,
    supplier: named,
    holder: named
      .nullable()
      .meta({ description: 'The organisation whose turn it is; null: the programme office.' }),
    person: named.nullable().meta({ description: 'The only one who may act, where there is one.' }),
  })
  .meta({ id: 'EscalationView' });
export type EscalationView = z.infer<typeof EscalationView>;
export const EscalationPage = pageOfViews('EscalationPage', EscalationView);
