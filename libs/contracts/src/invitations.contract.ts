import { ROLES } from '#domain';
import { z } from 'zod';
import { contact, secret } from './contacts.js';
import { CreateOrganisation } from './organisations.contract.js';
import { pageOfViews } from './page.contract.js';
import { distinct, id, instant, line } from './primitives.js';
import { returnTo } from './sign-in.contract.js';

const language = z.enum(['km', 'en', 'zh']);
const invitee = {
  name: line(200),
  language: language.optional().meta({ description: 'Khmer for suppliers, else English.' }),
  contact,
};
const roles = distinct(z.enum(ROLES), 1, ROLES.length);

export const InviteMember = z.strictObject({ ...invitee, roles }).meta({ id: 'InviteMember' });
export type InviteMember = z.infer<typeof InviteMember>;

/** A new organisation and its first administrator, who may have other roles as well. */
export const InviteOrganisation = z
  .strictObject({
    organisation: CreateOrganisation,
    administrator: z.strictObject({
      ...invitee,
      roles: roles
        .refine((given) => given.includes('administrator'), 'must include administrator')
        .default(['administrator']),
    }),
  })
  .meta({ id: 'InviteOrganisation' });
export type InviteOrganisation = z.infer<typeof InviteOrganisation>;

export const AcceptInvitation = z.strictObject({ secret }).meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export const AcceptInvitationByProvider = z
  .strictObject({ secret, returnTo: returnTo.default('/app/') })
  .meta({ id: 'AcceptInvitationByProvider' });
export type AcceptInvitationByProvider = z.infer<typeof AcceptInvitationByProvider>;
export const SignInAtView = z
  .object({ location: z.string() })
  .meta({ id: 'SignInAtView', description: 'Where the browser goes to sign in.' });
export const AcceptedInvitationView = z
  .object({ personId: id, organisationId: id })
  .meta({ id: 'AcceptedInvitationView' });
export type AcceptedInvitationView = z.infer<typeof AcceptedInvitationView>;

export const InvitationView = z
  .object({
    id,
    organisationId: id,
    roles: z.array(z.string()),
    language,
    name: z.string().nullable(),
    contact: z.object({ kind: z.enum(['phone', 'email']), hint: z.string().nullable() }),
    sends: z.number().int(),
    invitedBy: id,
    createdAt: instant,
    expiresAt: instant,
    acceptedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({
    id: 'InvitationView',
    description:
      'Name and hint are forgotten when it is accepted or revoked. The secret is in the message only.',
  });
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationPage = pageOfViews('InvitationPage', InvitationView);
