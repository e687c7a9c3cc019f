import { statement } from '#persistence';

const COLUMNS = 'id, list, name, query, version';
/** Of person $1 for organisation $2. */
const OWN = 'person_id = $1 and organisation_id = $2';

export const LIST = statement(
  'saved-filter-list',
  `select ${COLUMNS} from saved_filter where ${OWN} order by list, name`,
);
export const READ = statement(
  'saved-filter-read',
  `select ${COLUMNS} from saved_filter where ${OWN} and id = $3`,
);

/** $3 id, $4 list, $5 name, $6 query, $7 the version that was read, 0 for none; $8 so many are kept at most. */
export const SAVE = statement(
  'saved-filter-save',
  `with first as (
     insert into saved_filter (person_id, organisation_id, id, list, name, query) select $1, $2, $3, $4, $5, $6
      where $7::integer = 0 and (select count(*) from saved_filter where ${OWN}) < $8
     on conflict (id) do nothing returning ${COLUMNS}),
   changed as (
     update saved_filter set list = $4, name = $5, query = $6, version = version + 1
      where ${OWN} and id = $3 and version = $7 returning ${COLUMNS})
   select ${COLUMNS} from first union all select ${COLUMNS} from changed`,
);
export const COUNT = statement(
  'saved-filter-count',
  `select count(*)::int as kept from saved_filter where ${OWN}`,
);
export const REMOVE = statement(
  'saved-filter-remove',
  `delete from saved_filter where ${OWN} and id = $3 returning id`,
);
