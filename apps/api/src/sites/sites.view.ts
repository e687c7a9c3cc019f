import type { SiteView } from '#contracts';

export const SITE_COLUMNS = `s.id, s.supplier_id as "supplierId", s.name, s.address, s.province, s.latitude, s.longitude,
  s.version, s.created_at as "createdAt"`;

export interface SiteRow extends Omit<SiteView, 'createdAt'> {
  readonly createdAt: Date;
}

export const siteView = (row: SiteRow): SiteView => ({
  id: row.id,
  supplierId: row.supplierId,
  name: row.name,
  address: row.address,
  province: row.province,
  latitude: row.latitude,
  longitude: row.longitude,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});
