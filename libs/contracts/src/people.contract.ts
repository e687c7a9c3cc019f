import { ORGANISATION_KINDS, ROLES } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { distinct, id, instant, line } from './primitives.js';

const roles = distinct(z.enum(ROLES), 1, ROLES.length);
const language = z.enum(['km', 'en', 'zh']);

export const CreatePerson = z
  .strictObject({
    name: line(200),
    language: language.optional().meta({ description: 'Khmer for suppliers, else English.' }),
    organisationId: id,
    roles,
  })
  .meta({ id: 'CreatePerson' });
export type CreatePerson = z.infer<typeof CreatePerson>;

export const SetMembership = z.strictObject({ roles }).meta({ id: 'SetMembership' });
export type SetMembership = z.infer<typeof SetMembership>;

export const PeopleQuery = z.strictObject({ ...PageQuery.shape, organisationId: id.optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const MembershipView = z
  .object({
    organisationId: id,
    organisationKind: z.enum(ORGANISATION_KINDS),
    roles: z.array(z.string()),
    since: instant,
    version: z.number().int().meta({ description: 'What If-Match takes, in quotes.' }),
  })
  .meta({ id: 'MembershipView' });
export const PersonView = z
  .object({ id, name: z.string(), language, memberships: z.array(MembershipView) })
  .meta({ id: 'PersonView', description: 'With the memberships that the reader may see.' });
export type PersonView = z.infer<typeof PersonView>;
export const PersonPage = pageOfViews('PersonPage', PersonView);

export const OwnOrganisationView = z
  .object({ id, kind: z.enum(ORGANISATION_KINDS), name: z.string(), roles: z.array(z.string()) })
  .meta({ id: 'OwnOrganisationView' });

export const MeView = z
  .object({
    person: z.object({ id, name: z.string(), language }),
    organisation: z.object({ id, kind: z.enum(ORGANISATION_KINDS), name: z.string() }),
    roles: z.array(z.string()),
    organisations: z.array(OwnOrganisationView).meta({ description: 'All that the person belongs to.' }),
    secondFactor: z
      .enum(['given', 'wanted', 'not-wanted'])
      .meta({ description: 'Of this session; a token wants none.' }),
  })
  .meta({ id: 'MeView' });
export type MeView = z.infer<typeof MeView>;
