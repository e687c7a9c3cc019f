import { INPUT_CATEGORIES } from '#domain';
import { z } from 'zod';
import { capacityUnit } from './application-sections.contract.js';
import { PageQuery, pageOfViews } from './page.contract.js';
import { distinct, hsCode, id, instant, market } from './primitives.js';
import { province } from './suppliers.contract.js';

const category = z.enum(INPUT_CATEGORIES.map((one) => one.code));
const wanted = {
  category,
  hsLines: distinct(hsCode, 0, 50),
  endMarkets: distinct(market, 0, 30),
  monthlyQuantity: z.number().positive().max(1_000_000_000),
  unit: capacityUnit,
  provinces: distinct(province, 0, 25),
};
const priceUsd = z.number().positive().max(1_000_000).meta({
  description: 'What the buyer thinks of paying for one unit, in US dollars: an idea, no offer.',
});

export const StateDemand = z
  .strictObject({ ...wanted, priceUsd: priceUsd.optional() })
  .meta({ id: 'StateDemand' });
export type StateDemand = z.infer<typeof StateDemand>;
/** Fields that are not given stay; `closed` takes the demand off the board, or puts it there again. */
export const ChangeDemand = z
  .strictObject({ ...wanted, priceUsd, closed: z.boolean() })
  .omit({ category: true })
  .partial()
  .meta({ id: 'ChangeDemand' });
export type ChangeDemand = z.infer<typeof ChangeDemand>;

const view = {
  ...{ id, buyerId: id, buyerName: z.string(), category: z.string() },
  hsLines: z.array(z.string()),
  endMarkets: z.array(z.string()),
  monthlyQuantity: z.number(),
  unit: z.string(),
  provinces: z.array(z.string()),
  priceUsd: z.number().nullable(),
  version: z.number().int(),
  createdAt: instant,
  closedAt: instant.nullable(),
};
export const DemandView = z.object(view).meta({ id: 'DemandView' });
export type DemandView = z.infer<typeof DemandView>;
export const DemandPage = pageOfViews('DemandPage', DemandView);
export const DemandQuery = z.object({ ...PageQuery.shape, category: category.optional() });
export type DemandQuery = z.infer<typeof DemandQuery>;

const match = { rank: z.number().int(), reasons: z.array(z.string()) };
export const DemandMatchList = z
  .object({ items: z.array(z.object({ ...view, ...match })) })
  .meta({ id: 'DemandMatchList', description: 'Best first, fifty at most.' });
export type DemandMatchList = z.infer<typeof DemandMatchList>;

const candidate = z.object({
  qualificationId: id,
  caseNumber: z.string(),
  supplierId: id,
  supplierName: z.string(),
  province: z.string().optional(),
  waitingSince: instant,
  parked: z.boolean(),
  ...match,
});
export const CandidateList = z.object({ items: z.array(candidate), waiting: z.number().int() }).meta({
  id: 'CandidateList',
  description:
    'Suppliers that wait for a buyer and fit, best first, fifty at most; and how many wait in all.',
});
export type CandidateList = z.infer<typeof CandidateList>;
