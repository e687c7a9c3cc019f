import { PROVINCES } from '#domain';
import { z } from 'zod';
import { OrganisationFields } from './organisations.contract.js';
import { pageOfViews } from './page.contract.js';
import { id, instant, latitude, line, longitude } from './primitives.js';

export const CreateSupplier = z.strictObject(OrganisationFields).meta({ id: 'CreateSupplier' });
export type CreateSupplier = z.infer<typeof CreateSupplier>;

/** ISO 3166-2 code of one of the 25 provinces. */
export const province = z.enum(PROVINCES.map(({ iso }) => iso));

const siteFields = { name: line(200), address: line(500), province, latitude, longitude };
export const CreateSite = z.strictObject(siteFields).meta({ id: 'CreateSite' });
export type CreateSite = z.infer<typeof CreateSite>;

/** Fields that are not given stay. */
export const ChangeSite = z.strictObject(siteFields).partial().meta({ id: 'ChangeSite' });
export type ChangeSite = z.infer<typeof ChangeSite>;

export const SiteView = z
  .object({
    id,
    supplierId: id,
    name: z.string(),
    address: z.string(),
    province: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    version: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'SiteView' });
export type SiteView = z.infer<typeof SiteView>;
export const SitePage = pageOfViews('SitePage', SiteView);
