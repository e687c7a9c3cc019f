import { statement } from '#persistence';

/** $1: no more cases are counted that wait to be anchored. */
export const READ = statement(
  'operations-read',
  `select
     (select coalesce(jsonb_agg(l order by l.list), '[]') from (
        select distinct on (list) list, version, loaded_at as "loadedAt", settled_at as "settledAt"
          from screening_list_version order by list, loaded_at desc) l) as "screeningLists",
     (select coalesce(jsonb_agg(year order by year), '[]') from holiday_calendar) as years,
     extract(year from now() at time zone 'Asia/Phnom_Penh')::integer as "thisYear",
     (select coalesce(jsonb_object_agg(kind, tasks), '{}') from (
        select kind, count(*) as tasks from office_task where closed_at is null group by kind) t) as "officeTasks",
     (select count(*)::integer from outbox_event where parked_at is not null) as parked,
     (select jsonb_build_object('waiting', count(*), 'oldestAt', min(since))
        from commands_waiting(now() - interval '2 minutes')) as commands,
     (select number::integer from last_anchor()) as "anchoredLines",
     (select max(anchored_at) from journal_anchor) as "lastAnchorAt",
     (select count(distinct qualification_id)::integer from heads_not_anchored($1::integer)) as "notAnchored"`,
);
