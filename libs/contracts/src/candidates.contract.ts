import { APPROVAL_STANDINGS, CONSENT_SECTIONS, GRADES, STAGES } from '#domain';
import { z } from 'zod';
import { capacityUnit } from './application-sections.contract.js';
import { pageOfViews, PageQuery } from './page.contract.js';
import { code, date, hsCode, id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

const grade = z.enum(GRADES);
const yes = z.literal('true').transform(() => true as const);
/** One, or several by repeating the parameter. */
const several = <T extends z.ZodType<string>>(one: T, most: number) =>
  z
    .union([one, z.array(one).min(1).max(most)])
    .transform((given) => [given].flat() as z.infer<T>[])
    .optional();
/** Candidates that are looked at side by side. */
export const MOST_COMPARED = 4;

/** Filters see what the supplier opened to the buyer, and nothing else: what is not opened meets none. */
export const CandidateQuery = z
  .strictObject({
    ...PageQuery.shape,
    category: inputCategory.optional(),
    hs: hsCode.optional().meta({ description: 'Goods of this line, of its heading, or of lines below it.' }),
    province: several(province, 25),
    grade: several(grade, 5),
    stage: z.enum(STAGES).optional(),
    freeCapacity: z.coerce.number<string>().positive().max(1_000_000_000).optional(),
    unit: capacityUnit.optional().meta({ description: 'Of `freeCapacity`.' }),
    womenOwned: yes.optional(),
    certificate: code.optional().meta({ description: 'A scheme of which a certificate is valid today.' }),
    watched: yes.optional().meta({ description: 'Only those on your watch list.' }),
    id: several(id, MOST_COMPARED).meta({ description: 'Only these, to compare them.' }),
  })
  .refine(({ freeCapacity, unit }) => (freeCapacity === undefined) === (unit === undefined), {
    ...{ path: ['unit'], message: 'must be given with freeCapacity, and only then' },
  });
export type CandidateQuery = z.infer<typeof CandidateQuery>;

export const CandidateGoods = z.object({
  ...{ products: z.array(z.string()), hsLines: z.array(z.string()) },
  ...{ monthlyCapacity: z.number().nullable(), freeCapacity: z.number().nullable() },
  ...{ unit: z.string().nullable(), leadTimeDays: z.number().int().nullable() },
  minimumOrder: z.number().nullable(),
  toldAt: instant.meta({ description: 'When the supplier last wrote its capacity down.' }),
});

export const BuyerCandidateView = z
  .object({
    ...{ qualificationId: id, caseNumber: z.string(), category: inputCategory },
    supplier: z.object({ id, name: z.string() }),
    site: z.object({ id, name: z.string().nullable(), province: z.string().nullable() }),
    ...{ stage: z.enum(STAGES), substate: z.string(), validUntil: instant.nullable() },
    grade: grade.nullable(),
    workers: z.number().int().nullable(),
    womenOwned: z.boolean().nullable(),
    goods: CandidateGoods.nullable(),
    certificates: z.array(z.object({ scheme: z.string(), validTo: date })).nullable(),
    notOpened: z
      .array(z.enum(CONSENT_SECTIONS))
      .meta({ description: 'Sections of this row that the supplier did not open to you.' }),
    standing: z.enum(APPROVAL_STANDINGS).meta({ description: 'What your own approval is worth now.' }),
    watchedSince: instant.nullable(),
  })
  .meta({ id: 'BuyerCandidateView' });
export type BuyerCandidateView = z.infer<typeof BuyerCandidateView>;
export const BuyerCandidatePage = pageOfViews('BuyerCandidatePage', BuyerCandidateView);

export const WatchView = z.object({ qualificationId: id, since: instant }).meta({ id: 'WatchView' });
export type WatchView = z.infer<typeof WatchView>;
