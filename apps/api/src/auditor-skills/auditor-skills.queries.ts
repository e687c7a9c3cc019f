import { statement } from '#persistence';

const COLUMNS = `person_id as "personId", languages, categories, provinces, recorded_by as "recordedBy",
  recorded_at as "recordedAt", version`;
export const READ = statement(
  'auditor-skills-read',
  `select ${COLUMNS} from auditor_skills where person_id = $1`,
);

/** $1 person, who audits for somebody; $2 languages, $3 categories, $4 provinces, $5 who says so, $6 the version that was read. */
export const SET = statement(
  'auditor-skills-set',
  `with auditor as (
     select $1::uuid as id where exists (
       select from membership where person_id = $1 and 'auditor' = any(roles) and ended_at is null)),
   first as (
     insert into auditor_skills (person_id, languages, categories, provinces, recorded_by)
     select id, $2::text[], $3::text[], $4::text[], $5 from auditor where $6::integer = 0
     on conflict (person_id) do nothing returning *),
   changed as (
     update auditor_skills s set languages = $2::text[], categories = $3::text[], provinces = $4::text[], recorded_by = $5,
         recorded_at = now(), version = version + 1
       from auditor where s.person_id = auditor.id and s.version = $6 returning s.*)
   select ${COLUMNS} from first union all select ${COLUMNS} from changed`,
);
export const IS_AUDITOR = statement(
  'auditor-known',
  `select 1 as one from membership where person_id = $1 and 'auditor' = any(roles) and ended_at is null limit 1`,
);
