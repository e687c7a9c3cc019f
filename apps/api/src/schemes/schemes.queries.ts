import { statement } from '#persistence';
import { SCHEME_COLUMNS, VERSION_COLUMNS } from './schemes.view.js';

export const CREATE_SCHEME = statement(
  'scheme-create',
  `with created as (
     insert into scheme (id, code, name) values ($1, $2, $3) on conflict (id) do nothing returning *)
   select ${SCHEME_COLUMNS}, true as same from created s
   union all
   select ${SCHEME_COLUMNS}, (s.code, s.name) = ($2, $3) from scheme s
    where s.id = $1 and not exists (select 1 from created)`,
);

/** $1 one scheme or null, $2 after this id, $3 rows. */
export const READ_SCHEMES = statement(
  'scheme-read',
  `select ${SCHEME_COLUMNS} from scheme s where ($1::uuid is null or s.id = $1) and ($2::uuid is null or s.id > $2)
    order by s.id limit $3`,
);

/** Versions never change, so a repeat is compared whole. Nothing comes back when there is no such scheme. */
export const PUBLISH_VERSION = statement(
  'scheme-version-publish',
  `with created as (
     insert into scheme_version (id, scheme_id, version, content)
     select $1, s.id, $3, $4::jsonb from scheme s where s.id = $2 on conflict (id) do nothing returning *)
   select ${VERSION_COLUMNS}, v.content, true as same from created v
   union all
   select ${VERSION_COLUMNS}, v.content, (v.scheme_id, v.version, v.content) = ($2::uuid, $3, $4::jsonb)
     from scheme_version v where v.id = $1 and not exists (select 1 from created)`,
);

export const LIST_VERSIONS = statement(
  'scheme-version-list',
  `select ${VERSION_COLUMNS} from scheme_version v where v.scheme_id = $1 and ($2::uuid is null or v.id > $2)
    order by v.id limit $3`,
);
export const READ_VERSION = statement(
  'scheme-version-read',
  `select ${VERSION_COLUMNS}, v.content from scheme_version v where v.scheme_id = $1 and v.id = $2`,
);
