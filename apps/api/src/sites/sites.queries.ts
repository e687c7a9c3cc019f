import { statement } from '#persistence';
import { VISIBLE } from '../organisations/visibility.js';
import { SITE_COLUMNS } from './sites.view.js';

/** Nothing comes back when $2 is no supplier. */
export const CREATE_SITE = statement(
  'site-create',
  `with created as (
     insert into site (id, supplier_id, name, address, province, latitude, longitude)
     select $1, o.id, $3, $4, $5, $6, $7 from organisation o where o.id = $2 and o.kind = 'supplier'
     on conflict (id) do nothing returning *)
   select ${SITE_COLUMNS}, true as same from created s
   union all
   select ${SITE_COLUMNS}, s.version > 1 or (s.supplier_id, s.name, s.address, s.province, s.latitude, s.longitude)
       is not distinct from ($2::uuid, $3, $4, $5, $6::float8, $7::float8)
     from site s where s.id = $1 and not exists (select 1 from created)`,
);

/** $1 supplier, $4 one site or null, $5 after this id, $6 rows. */
export const READ_SITES = statement(
  'site-read',
  `select ${SITE_COLUMNS} from site s join organisation o on o.id = s.supplier_id
    where s.supplier_id = $1 and ${VISIBLE} and sees_site(s.id, s.supplier_id) and ($4::uuid is null or s.id = $4) and ($5::uuid is null or s.id > $5)
    order by s.id limit $6`,
);

/** Fields that are null stay as they are. */
export const CHANGE_SITE = statement(
  'site-change',
  `update site s set name = coalesce($4, s.name), address = coalesce($5, s.address),
     province = coalesce($6, s.province), latitude = coalesce($7, s.latitude), longitude = coalesce($8, s.longitude),
     version = s.version + 1
    where s.id = $1 and s.supplier_id = $2 and s.version = $3 returning ${SITE_COLUMNS}`,
);
