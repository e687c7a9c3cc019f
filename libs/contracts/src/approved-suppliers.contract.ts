import { WATCH_REASONS } from '#domain';
import { z } from 'zod';
import { ApprovalScope } from './approvals.contract.js';
import { ApprovalStatusView } from './cases.contract.js';
import { MonthlyScoreView } from './deliveries.contract.js';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

export const ApprovedSupplierQuery = PageQuery.extend({
  category: inputCategory.optional(),
  endsBefore: instant.optional(),
}).strict();
export type ApprovedSupplierQuery = z.infer<typeof ApprovedSupplierQuery>;

const amounts = z.object({ usd: z.number(), units: z.number() });
export const ApprovedSupplierView = z
  .object({
    ...{ qualificationId: id, caseNumber: z.string(), category: inputCategory },
    supplier: z.object({ id, name: z.string() }),
    site: z.object({ id, name: z.string().nullable() }),
    externalId: z.string().nullable(),
    status: ApprovalStatusView,
    endsAt: instant,
    scope: ApprovalScope.nullable(),
    deliveredThisMonth: z.object({ month: z.string(), ...amounts.shape, withoutValue: z.number().int() }),
    leftThisMonth: amounts,
    months: z
      .array(MonthlyScoreView)
      .meta({ description: 'Of the last twelve months with deliveries, oldest first.' }),
    watch: z
      .array(z.enum(WATCH_REASONS))
      .meta({ description: 'Why to look at it, gravest first; nothing while it is good.' }),
    watchedSince: instant.nullable(),
  })
  .meta({ id: 'ApprovedSupplierView' });
export type ApprovedSupplierView = z.infer<typeof ApprovedSupplierView>;
export const ApprovedSupplierPage = pageOfViews('ApprovedSupplierPage', ApprovedSupplierView);
