import { SCOPES } from '#domain';
import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { distinct, id, instant, line, wholeNumber } from './primitives.js';

export const CreateOauthClient = z
  .strictObject({
    name: line(100),
    scopes: distinct(z.enum(SCOPES), 1, SCOPES.length),
    member: z.strictObject({ personId: id, organisationId: id }).optional(),
  })
  .meta({
    id: 'CreateOauthClient',
    description:
      'A program that gets itself tokens (RFC 6749, 4.4). It acts as the member who makes it, or as the member that ' +
      'the programme office names, and ends with their membership.',
  });
export type CreateOauthClient = z.infer<typeof CreateOauthClient>;
/** The old secret goes on for the overlap, so that no program stands still while the new one is brought to it. */
export const RotateSecret = z
  .strictObject({ overlapHours: wholeNumber(0, 168).default(24) })
  .meta({ id: 'RotateSecret' });
export type RotateSecret = z.infer<typeof RotateSecret>;

const fields = {
  ...{ id, organisationId: id, personId: id, name: z.string(), scopes: z.array(z.string()) },
  ...{ createdAt: instant, lastUsedAt: instant.nullable(), revokedAt: instant.nullable() },
  previousSecretUntil: instant.nullable(),
};
export const OauthClientView = z
  .object(fields)
  .meta({ id: 'OauthClientView', description: 'Its id is its `client_id`.' });
export type OauthClientView = z.infer<typeof OauthClientView>;
export const OauthClientPage = pageOfViews('OauthClientPage', OauthClientView);
export const NewOauthClientView = z.object({ ...fields, secret: z.string().optional() }).meta({
  id: 'NewOauthClientView',
  description:
    'The secret is shown once: in this answer, and in the same answer to a repeat under its Idempotency-Key.',
});
export type NewOauthClientView = z.infer<typeof NewOauthClientView>;

/** RFC 6749, 4.4.2, as a form. */
export const AccessTokenRequest = z
  .object({ grant_type: z.literal('client_credentials'), scope: z.string().max(200).optional() })
  .meta({ id: 'AccessTokenRequest' });
/** RFC 6749, 5.1. */
export const AccessTokenAnswer = z
  .object({
    ...{ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number().int() },
    scope: z.string(),
  })
  .meta({ id: 'AccessTokenAnswer' });
/** RFC 6749, 5.2. */
export const OauthError = z
  .object({
    error: z.enum([
      'invalid_request',
      'invalid_client',
      'invalid_grant',
      'unauthorized_client',
      'unsupported_grant_type',
      'invalid_scope',
    ]),
    error_description: z.string(),
  })
  .meta({ id: 'OauthError' });
export type OauthError = z.infer<typeof OauthError>;
/** RFC 8414, 2. */
export const OauthMetadata = z
  .object({
    ...{ issuer: z.string(), token_endpoint: z.string() },
    token_endpoint_auth_methods_supported: z.array(z.string()),
    grant_types_supported: z.array(z.string()),
    response_types_supported: z.array(z.string()),
    scopes_supported: z.array(z.string()),
  })
  .meta({ id: 'OauthMetadata' });
export type OauthMetadata = z.infer<typeof OauthMetadata>;
