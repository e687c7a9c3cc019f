import { statement } from '#persistence';

/** $1 person, $2 organisation, $3 hash of the new secret: the former one is no good any more. */
export const RENEW = statement(
  'calendar-renew',
  `insert into calendar_feed (person_id, organisation_id, secret_hash) select p.id, $2, $3 from person p
     where p.id = $1 and p.erased_at is null
   on conflict (person_id, organisation_id) do update set secret_hash = excluded.secret_hash, created_at = now()
   returning person_id`,
);
export const READ = statement(
  'calendar-read',
  `select created_at as since from calendar_feed where person_id = $1 and organisation_id = $2`,
);
export const END = statement(
  'calendar-end',
  'delete from calendar_feed where person_id = $1 and organisation_id = $2 returning person_id',
);
/** $1 hash of a secret: whose calendar it is, while they work there. */
export const HOLDER = statement(
  'calendar-holder',
  `select person_id as "personId", organisation_id as "organisationId", organisation_kind as "organisationKind", roles, language
     from holder_of_calendar($1)`,
);
/** Soonest first: $1 whose tasks those of the organisation are, $2 roles, $3 person, $4 rows. */
export const DUE = statement(
  'calendar-due',
  `select t.qualification_id as "qualificationId", q.case_number as "caseNumber", t.task, t.what, t.due_at as "dueAt",
       t.opened_at as "openedAt"
     from task t join qualification q on q.id = t.qualification_id
    where t.organisation_id = $1 and t.role = any($2) and (t.person_id is null or t.person_id = $3)
      and (t.claimed_by is null or t.claimed_by = $3) and t.due_at < 'infinity' and sees_case(t.qualification_id)
    order by t.due_at, t.qualification_id, t.task limit $4`,
);
