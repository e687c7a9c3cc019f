import { CONSENT_SECTIONS } from '#domain';
import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const ConsentView = z
  .object({
    buyerId: id,
    sections: z.array(z.enum(CONSENT_SECTIONS)),
    givenAt: instant,
    validUntil: instant,
    withdrawnAt: instant.nullable(),
    inForce: z.boolean(),
  })
  .meta({
    id: 'ConsentView',
    description: 'What a supplier last let a buyer read, and until when; given again it is replaced.',
  });
export type ConsentView = z.infer<typeof ConsentView>;
export const ConsentPage = pageOfViews('ConsentPage', ConsentView);
