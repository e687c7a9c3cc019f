import { statement } from '#persistence';
import { ORGANISATION_COLUMNS } from './organisations.view.js';
import { VISIBLE } from './visibility.js';

/** A repeat under the same key finds its row; once the row was edited, what the first body said is no longer known. */
export const CREATE_ORGANISATION = statement(
  'organisation-create',
  `with created as (
     insert into organisation (id, kind, name, normalised_name, tin, phone) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning *)
   select ${ORGANISATION_COLUMNS}, true as same from created o
   union all
   select ${ORGANISATION_COLUMNS}, o.version > 1 or (o.kind, o.name, o.tin, o.phone) is not distinct from ($2, $3, $5, $6)
     from organisation o where o.id = $1 and not exists (select 1 from created)`,
);

export const READ_ORGANISATION = statement(
  'organisation-read',
  `select ${ORGANISATION_COLUMNS}, ($3::boolean or o.id = $2::uuid) as whole from organisation o
    where o.id = $1 and ($4::text is null or o.kind = $4) and ${VISIBLE}`,
);

/** $1 kind or null, $4 after this id, $5 rows. */
export const LIST_ORGANISATIONS = statement(
  'organisation-list',
  `select ${ORGANISATION_COLUMNS}, ($3::boolean or o.id = $2::uuid) as whole from organisation o
    where ($1::text is null or o.kind = $1) and ${VISIBLE} and ($4::uuid is null or o.id > $4) order by o.id limit $5`,
);

/** Fields that are not in $3 stay as they are. */
export const CHANGE_ORGANISATION = statement(
  'organisation-change',
  `update organisation o set name = coalesce($3::jsonb->>'name', o.name),
     normalised_name = coalesce($4, o.normalised_name),
     tin = case when $3::jsonb ? 'tin' then $3::jsonb->>'tin' else o.tin end,
     phone = case when $3::jsonb ? 'phone' then $3::jsonb->>'phone' else o.phone end, version = o.version + 1
    where o.id = $1 and o.version = $2 returning ${ORGANISATION_COLUMNS}`,
);
