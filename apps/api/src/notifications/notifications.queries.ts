import { statement } from '#persistence';

/** Digests are made of what is listed here by itself. Of a case that one may not see any more nothing is shown. */
const SHOWN = `n.person_id = $1 and n.organisation_id = $2 and n.kind <> 'digest'
  and (n.qualification_id is null or sees_case(n.qualification_id))`;

/** Newest first: of person $1 for organisation $2, before id $3, only unread ones ($4), $5 rows; with the person's language. */
export const LIST = statement(
  'notification-list',
  `select n.id, n.kind, n.data, n.qualification_id as "qualificationId", n.case_number as "caseNumber",
       n.created_at as "createdAt", n.read_at as "readAt", (select language from person where id = $1) as language
     from notification n where ${SHOWN} and ($3::uuid is null or n.id < $3) and (not $4::boolean or n.read_at is null)
    order by n.id desc limit $5`,
);

/** $1 person, $2 organisation, $3 whose tasks those of the organisation are, $4 roles, $5 the most that is counted. */
export const SUMMARY = statement(
  'notification-summary',
  `with unread as (
     select 1 from notification n where ${SHOWN} and n.read_at is null limit $5),
   waiting as (
     select t.due_at from task t
      where t.organisation_id = $3 and t.role = any($4) and (t.person_id is null or t.person_id = $1)
        and (t.claimed_by is null or t.claimed_by = $1) and sees_case(t.qualification_id) order by t.due_at limit $5)
   select (select count(*)::int from unread) as unread, count(w.due_at)::int as tasks,
       count(*) filter (where w.due_at < now())::int as overdue,
       min(w.due_at) filter (where w.due_at >= now() and w.due_at < 'infinity') as "nextDueAt"
     from waiting w`,
);

/** $1 person, $2 organisation, $3 the notification. */
export const READ = statement(
  'notification-read',
  `update notification n set read_at = coalesce(n.read_at, now()) where ${SHOWN} and n.id = $3 returning n.id`,
);

/** $1 person, $2 organisation, $3 the newest, $4 so many at most. */
export const READ_ALL = statement(
  'notification-read-all',
  `with read as (
     update notification set read_at = now() where id in (
       select n.id from notification n where ${SHOWN} and n.read_at is null and n.id <= $3 order by n.id limit $4) returning 1)
   select count(*)::int as read from read`,
);
