import { statement } from '#persistence';

export const COLUMNS = `version, sections, code, given_at as "givenAt", withdrawn_at as "withdrawnAt"`;

export const READ = statement(
  'public-consent-read',
  `select ${COLUMNS} from public_consent where qualification_id = $1`,
);

/** Every writing is kept. $1 case, $2 person, $3 organisation. */
const REVISION = `revision as (
     insert into public_consent_revision (qualification_id, version, sections, in_force, written_by, organisation_id)
     select $1, version, sections, code is not null, $2, $3 from written)
   select ${COLUMNS} from written`;

/** $4 sections, $5 a code, which one that is in force keeps; $6 the version that was read. */
export const SET = statement(
  'public-consent-set',
  `with written as (
     insert into public_consent as c (qualification_id, version, sections, code)
     select $1, 1, $4::text[], $5
      where $6::integer = 0 or exists (select from public_consent where qualification_id = $1)
     on conflict (qualification_id) do update
       set version = c.version + 1, sections = excluded.sections, code = coalesce(c.code, excluded.code),
           given_at = case when c.code is null then now() else c.given_at end, withdrawn_at = null
       where c.version = $6
     returning *),
   ${REVISION}`,
);

/** Nothing comes back where none is in force. */
export const WITHDRAW = statement(
  'public-consent-withdraw',
  `with written as (
     update public_consent set version = version + 1, sections = '{}', code = null, withdrawn_at = now()
      where qualification_id = $1 and code is not null returning *),
   ${REVISION}`,
);
