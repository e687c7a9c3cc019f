import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const TaskView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    supplierName: z.string(),
    task: z.string(),
    role: z.string(),
    what: z.string(),
    subject: z.string(),
    dueAt: instant.nullable(),
    otherwise: z.string(),
    claimedBy: id.nullable(),
  })
  .meta({ id: 'TaskView' });
export const TaskPage = pageOfViews('TaskPage', TaskView);
export const OfficeTaskView = z
  .object({ id, kind: z.string(), subject: z.string(), openedAt: instant })
  .meta({ id: 'OfficeTaskView' });
export const OfficeTaskPage = pageOfViews('OfficeTaskPage', OfficeTaskView);
