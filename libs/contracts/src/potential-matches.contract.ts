import { CHECK_KINDS } from '#domain';
import { z } from 'zod';
import { screeningHit } from './compliance-checks.contract.js';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id } from './primitives.js';
import { TaskView, taskFilter } from './tasks.contract.js';

const check = z.enum(CHECK_KINDS);
const { category, province, overdue, claimed } = taskFilter;
export const PotentialMatchQuery = z.strictObject({
  ...{ ...PageQuery.shape, check: check.optional(), qualificationId: id.optional() },
  ...{ category, province, overdue, claimed },
});
export type PotentialMatchQuery = z.infer<typeof PotentialMatchQuery>;

export const PotentialMatchView = z
  .object({
    ...TaskView.omit({ supplierName: true, subject: true }).shape,
    supplier: z.object({ id, name: z.string() }),
    check,
    hits: z.array(screeningHit).meta({ description: 'Those that are not cleared.' }),
  })
  .meta({
    id: 'PotentialMatchView',
    description:
      'A check that waits for officers, with the names that a list may mean. `task` is what may be claimed.',
  });
export type PotentialMatchView = z.infer<typeof PotentialMatchView>;
export const PotentialMatchPage = pageOfViews('PotentialMatchPage', PotentialMatchView);
