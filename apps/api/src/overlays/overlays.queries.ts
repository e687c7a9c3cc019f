import { statement } from '#persistence';
import { OVERLAY_COLUMNS } from './overlays.view.js';

export const CREATE_OVERLAY = statement(
  'overlay-create',
  `with created as (
     insert into overlay_version (id, buyer_id, version, content, created_by) values ($1, $2, $3, $4::jsonb, $5)
     on conflict (id) do nothing returning *)
   select ${OVERLAY_COLUMNS}, true as same from created o
   union all
   select ${OVERLAY_COLUMNS}, (o.buyer_id, o.version, o.created_by) = ($2::uuid, $3, $5::uuid)
     from overlay_version o where o.id = $1 and not exists (select 1 from created)`,
);

/** $1 one overlay or null, $2 its buyer or null for those of all, $3 after this id, $4 rows. */
export const READ_OVERLAYS = statement(
  'overlay-read',
  `select ${OVERLAY_COLUMNS} from overlay_version o where ($1::uuid is null or o.id = $1)
     and ($2::uuid is null or o.buyer_id = $2) and ($3::uuid is null or o.id > $3) order by o.id limit $4`,
);

/** Of a case: $1 their ids, as its state names them. */
export const OVERLAYS_OF_CASE = statement(
  'overlay-of-case',
  `select o.id, o.version, o.content from overlay_version o where o.id = any($1::uuid[])`,
);

const changed = (set: string, from: string): string =>
  `update overlay_version o set ${set}, revision = o.revision + 1
    where o.id = $1 and o.buyer_id = $2 and o.revision = $3 and o.status = '${from}' returning ${OVERLAY_COLUMNS}`;

export const CHANGE_OVERLAY = statement(
  'overlay-change',
  changed(
    `content = $4::jsonb,
       changed_by = case when $5::uuid = any(o.changed_by) then o.changed_by else o.changed_by || $5::uuid end`,
    'draft',
  ),
);
export const PUBLISH_OVERLAY = statement(
  'overlay-publish',
  changed(`status = 'published', published_by = $4, published_at = now()`, 'draft'),
);
export const RETIRE_OVERLAY = statement(
  'overlay-retire',
  changed(`status = 'retired', retired_at = now()`, 'published'),
);
/** What was in force until now; cases whose audit has begun keep it. */
export const RETIRE_FORMER = statement(
  'overlay-retire-former',
  `update overlay_version set status = 'retired', retired_at = now(), revision = revision + 1
    where buyer_id = $1 and status = 'published' and exists (
      select from overlay_version n where n.id = $2 and n.status = 'draft' and n.revision = $3)`,
);
