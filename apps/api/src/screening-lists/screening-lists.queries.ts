import { statement } from '#persistence';

const COUNTED = ['added', 'changed', 'removed']
  .map((what) => `'${what}', jsonb_array_length(v.changes->'${what}')`)
  .join(', ');

/** Before the instant $1, list $2 and digest $3; $4 rows, of list $5 or of all. */
export const LIST = statement(
  'screening-list-list',
  `select v.list, v.version, v.sha256, v.entries, v.loaded_at as "loadedAt", v.loaded_at::text as "loadedExactly",
     jsonb_build_object(${COUNTED}) as changes, v.settled_at as "settledAt", v.screened, v.concerned,
     coalesce(v.settled_at = (select max(settled_at) from screening_list_version s
       where s.list = v.list and s.settled_at is not null), false) as "inForce"
     from screening_list_version v
    where (v.loaded_at, v.list, v.sha256) < ($1::timestamptz, $2::text, $3::text) and ($5::text is null or v.list = $5)
    order by v.loaded_at desc, v.list desc, v.sha256 desc limit $4`,
);
