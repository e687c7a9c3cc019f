import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant, wholeNumber } from './primitives.js';

export const CreateToken = z
  .strictObject({ organisationId: id, expiresInDays: wholeNumber(1, 365) })
  .meta({ id: 'CreateToken' });
export type CreateToken = z.infer<typeof CreateToken>;

const fields = {
  id,
  personId: id,
  organisationId: id,
  prefix: z.string(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
};
export const TokenView = z.object(fields).meta({ id: 'TokenView' });
export type TokenView = z.infer<typeof TokenView>;
export const TokenPage = pageOfViews('TokenPage', TokenView);

export const NewTokenView = z.object({ ...fields, token: z.string().optional() }).meta({
  id: 'NewTokenView',
  description: 'The token itself is shown in the first answer only and is not stored.',
});
export type NewTokenView = z.infer<typeof NewTokenView>;
