import { statement } from '#persistence';

/** $1 the version to go to, $2 the one the case has. */
export const NEXT_VERSION = statement(
  'scheme-migration-version',
  `select n.content, n.status, n.scheme_id = (select scheme_id from scheme_version where id = $2) as "sameScheme"
     from scheme_version n where n.id = $1`,
);
