import { PUBLIC_SECTIONS } from '#domain';
import { z } from 'zod';
import { distinct, instant } from './primitives.js';

export const SetPublicConsent = z
  .strictObject({ sections: distinct(z.enum(PUBLIC_SECTIONS), 0, PUBLIC_SECTIONS.length) })
  .meta({
    id: 'SetPublicConsent',
    description:
      'Everybody who has the number of the case, or the code, may see whether the qualification counts now and since ' +
      'when; and of these sections what they say.',
  });
export type SetPublicConsent = z.infer<typeof SetPublicConsent>;

export const PublicConsentView = z
  .object({
    inForce: z.boolean(),
    sections: z.array(z.enum(PUBLIC_SECTIONS)),
    code: z
      .string()
      .nullable()
      .meta({ description: 'Of this consent alone: worthless when it is withdrawn.' }),
    address: z.string().nullable().meta({ description: 'Where everybody checks it; what the QR code says.' }),
    givenAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    version: z.number().int().meta({ description: '0 when it was never given.' }),
  })
  .meta({ id: 'PublicConsentView', description: 'What the supplier lets everybody see of a qualification.' });
export type PublicConsentView = z.infer<typeof PublicConsentView>;
