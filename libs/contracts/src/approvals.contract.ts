import type { ApprovalScope as DomainScope } from '#domain';
import { z } from 'zod';
import { date, distinct, hsCode, id, line, market, wholeNumber } from './primitives.js';

/** What one buyer approves, and up to which limits. */
export const ApprovalScope = z
  .strictObject({
    maxUsdPerMonth: z.number().positive().max(100_000_000),
    maxUnitsPerMonth: wholeNumber(1, 100_000_000),
    endMarkets: distinct(market, 1, 30),
    hsLines: distinct(hsCode, 0, 50),
    siteIds: distinct(id, 1, 1).optional(),
    tier: z.union([z.literal(2), z.literal(3)]),
    validUntil: date,
    conditions: z.array(line(500)).max(20),
  })
  .meta({ id: 'ApprovalScope' }) satisfies z.ZodType<DomainScope>;
export type ApprovalScope = z.infer<typeof ApprovalScope>;
