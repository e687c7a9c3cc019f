import { ORGANISATION_KINDS } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant, line, phone } from './primitives.js';

const name = line(200);
const tin = line(30);

/** What a supplier is told by: the same fields for any organisation. */
export const OrganisationFields = { name, tin: tin.optional(), phone: phone.optional() };

export const CreateOrganisation = z
  .strictObject({ kind: z.enum(ORGANISATION_KINDS), ...OrganisationFields })
  .meta({ id: 'CreateOrganisation' });
export type CreateOrganisation = z.infer<typeof CreateOrganisation>;

/** Fields that are not given stay; null takes one away. */
export const ChangeOrganisation = z
  .strictObject({ name: name.optional(), tin: tin.nullable().optional(), phone: phone.nullable().optional() })
  .meta({ id: 'ChangeOrganisation' });
export type ChangeOrganisation = z.infer<typeof ChangeOrganisation>;

export const OrganisationQuery = z.strictObject({
  ...PageQuery.shape,
  kind: z.enum(ORGANISATION_KINDS).optional(),
});
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

/** Those who merely share a case with an organisation see its name and kind only. */
export const OrganisationView = z
  .object({
    id,
    kind: z.enum(ORGANISATION_KINDS),
    name: z.string(),
    tin: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    version: z.number().int().optional(),
    createdAt: instant.optional(),
  })
  .meta({ id: 'OrganisationView' });
export type OrganisationView = z.infer<typeof OrganisationView>;
export const OrganisationPage = pageOfViews('OrganisationPage', OrganisationView);
