import { statement } from '#persistence';
import { VERSION_COLUMNS } from './scheme-versions.view.js';

/** A repeat is compared with what the draft began as. Nothing comes back when there is no such scheme. */
export const CREATE_VERSION = statement(
  'scheme-version-create',
  `with created as (
     insert into scheme_version (id, scheme_id, version, content, created_by)
     select $1, s.id, $3, $4::jsonb, $5 from scheme s where s.id = $2 on conflict (id) do nothing returning *)
   select ${VERSION_COLUMNS}, v.content, true as same from created v
   union all
   select ${VERSION_COLUMNS}, v.content, (v.scheme_id, v.version, v.created_by) = ($2::uuid, $3, $5::uuid)
     from scheme_version v where v.id = $1 and not exists (select 1 from created)`,
);

/** $1 scheme, $2 after this id, $3 rows, $4 whether drafts are shown. */
export const LIST_VERSIONS = statement(
  'scheme-version-list',
  `select ${VERSION_COLUMNS} from scheme_version v where v.scheme_id = $1 and ($2::uuid is null or v.id > $2)
     and ($4 or v.status in ('published', 'retired')) order by v.id limit $3`,
);

/** $1 scheme, $2 versions, $3 whether drafts are shown. */
export const READ_VERSIONS = statement(
  'scheme-version-read',
  `select ${VERSION_COLUMNS}, v.content from scheme_version v where v.scheme_id = $1 and v.id = any($2::uuid[])
     and ($3 or v.status in ('published', 'retired'))`,
);

const changed = (set: string, from: string): string =>
  `update scheme_version v set ${set}, revision = v.revision + 1
    where v.scheme_id = $1 and v.id = $2 and v.revision = $3 and v.status = '${from}' returning ${VERSION_COLUMNS}, v.content`;

export const CHANGE_VERSION = statement('scheme-version-change', changed('content = $4::jsonb', 'draft'));
export const SUBMIT_VERSION = statement(
  'scheme-version-submit',
  changed(`status = 'in-review', submitted_by = $4, review_note = null`, 'draft'),
);
export const RETURN_VERSION = statement(
  'scheme-version-return',
  changed(`status = 'draft', review_note = $4`, 'in-review'),
);
export const PUBLISH_VERSION = statement(
  'scheme-version-publish',
  changed(`status = 'published', published_by = $4, published_at = now()`, 'in-review'),
);
export const RETIRE_VERSION = statement(
  'scheme-version-retire',
  changed(`status = 'retired', retired_at = now()`, 'published'),
);
