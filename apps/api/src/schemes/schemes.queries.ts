import { statement } from '#persistence';
import { SCHEME_COLUMNS } from './schemes.view.js';

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
