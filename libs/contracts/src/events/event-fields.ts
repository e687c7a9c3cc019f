import { CHECK_KINDS } from '#domain';
import { z } from 'zod';
import { code as anyCode, id } from '../primitives.js';
import { surveillanceVisit } from '../qualified.commands.js';

/**
 * What events are made of: ids, codes, dates, digests, numbers and links. There is no field for text that a person wrote,
 * so no event can carry a name.
 */
export const code = anyCode.meta({ examples: ['SL-03'] });
export const check = z.enum(CHECK_KINDS);
export const grade = z.enum(['A', 'B', 'C', 'D', 'E']);
/** Ids of checklist items, or of fields of the application: `section.field`. */
export const items = z.array(code).max(1000);
/** `kind` or `kind:subject`, of deadlines and tasks. */
export const key = anyCode.meta({ examples: ['audit-report'] });
/** A local date; when it was is not ours to doubt in what has happened. */
export const day = z.iso.date();
/** `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .meta({ examples: ['2026-11'] });
/** SHA-256. */
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['0123456789abcdef'.repeat(4)] });
/** Of a draw that anybody can repeat. */
export const seed = z
  .string()
  .regex(/^[0-9a-f-]{32,36}(?:\/\d{1,9})?$/)
  .meta({ examples: ['0123456789abcdef'.repeat(2)] });
/** A check, its verdict and the digest of what it was run on. */
export const checkResult = z
  .string()
  .regex(/^[a-z-]{1,40}:[A-Z-]{1,20}:(?:[0-9a-f]{64})?$/)
  .meta({ examples: [`sanctions:PASS:${'0123456789abcdef'.repeat(4)}`] });
/** Of the papers of the case; newer ones have higher numbers. */
export const revision = z
  .string()
  .regex(/^\d{1,19}$/)
  .meta({ examples: ['42'] });
/** The number of a lot, where lots are listed. */
export const lotNumber = z
  .string()
  .regex(/^\d{1,2}$/)
  .meta({ examples: ['2'] });
export const visit = surveillanceVisit.meta({ examples: ['v1'] });
export const count = z.number().int().min(0);
/** Points, to one decimal. */
export const points = z.number().min(0).max(100);
export const buyer = { buyerId: id };
export const pilot = { pilotId: id };
export const lot = { ...pilot, lot: z.number().int().min(1) };

/** What only some of those who hear of the event are told, or events of an earlier day do not say. */
export const perhaps = <T extends z.ZodType>(field: T) => field.optional();

/** One type of event: what it means, in a sentence, and what it tells. */
export const event = <S extends z.core.$ZodShape>(meaning: string, data: S) =>
  z.object(data).meta({ description: meaning });
