import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { SCOPES } from '#domain';
import { distinct, id, instant, wholeNumber } from './primitives.js';

export const CreateToken = z
  .strictObject({
    organisationId: id,
    expiresInDays: wholeNumber(1, 365),
    scopes: distinct(z.enum(SCOPES), 1, SCOPES.length).default([...SCOPES]),
  })
  .meta({ id: 'CreateToken' });
export type CreateToken = z.infer<typeof CreateToken>;

/** The old token goes on for the overlap, so that no program stands still while the new one is brought to it. */
export const RotateToken = z
  .strictObject({ overlapHours: wholeNumber(0, 168).default(24) })
  .meta({ id: 'RotateToken' });
export type RotateToken = z.infer<typeof RotateToken>;

const fields = {
  id,
  personId: id,
  organisationId: id,
  prefix: z.string(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  scopes: z.array(z.string()),
  lastUsedAt: instant.nullable(),
  successorId: id.nullable(),
};
export const TokenView = z.object(fields).meta({ id: 'TokenView' });
export type TokenView = z.infer<typeof TokenView>;
export const TokenPage = pageOfViews('TokenPage', TokenView);

export const NewTokenView = z.object({ ...fields, token: z.string().optional() }).meta({
  id: 'NewTokenView',
  description:
    'The token itself is shown once: in this answer, and in the same answer to a repeat under its Idempotency-Key.',
});
export type NewTokenView = z.infer<typeof NewTokenView>;
