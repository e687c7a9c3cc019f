import { statement } from '#persistence';
import { SESSION_COLUMNS } from './sessions.view.js';

/**
 * $1 id, $2 person, $3 organisation, $4 hash, $5 method, $6 browser, $7 whether a second factor was given; $8 and $9 idle
 * and whole seconds for suppliers, $10 and $11 for all others. Nothing comes back without a running membership.
 */
export const BEGIN = statement(
  'session-begin',
  `insert into session (id, person_id, organisation_id, token_hash, method, browser, second_factor_at, idle_seconds, ends_at)
   select $1, m.person_id, m.organisation_id, $4, $5, $6, case when $7::boolean then now() end,
          case when o.kind = 'supplier' then $8::integer else $10::integer end,
          now() + make_interval(secs => case when o.kind = 'supplier' then $9::integer else $11::integer end)
     from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = $2 and m.organisation_id = $3 and m.ended_at is null
   returning ends_at as "endsAt"`,
);

/** The session with the hash $1 ends, if there is one. */
export const LEAVE = statement('session-leave', 'select leave_session($1)');

/**
 * As `BEGIN`, with what the running session $2 of person $3 knows; that one ends. $4 organisation, $5 hash, $6 to $9
 * limits. It outlives neither the sign-in nor the second factor that it goes on from.
 */
export const SWITCH = statement(
  'session-switch',
  `with goal as (
     select o.id, case when o.kind = 'supplier' then $6::integer else $8::integer end as idle,
            make_interval(secs => case when o.kind = 'supplier' then $7::integer else $9::integer end) as lasts
       from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = $3 and m.organisation_id = $4 and m.ended_at is null),
   old as (
     update session s set ended_at = now(), end_reason = 'switched' from goal
      where s.id = $2 and s.person_id = $3 and s.ended_at is null returning s.*)
   insert into session (id, person_id, organisation_id, token_hash, method, browser, second_factor_at, idle_seconds, ends_at)
   select $1, old.person_id, goal.id, $5, old.method, old.browser,
          case when old.second_factor_at + goal.lasts > now() then old.second_factor_at end,
          goal.idle, least(old.ends_at, now() + goal.lasts)
     from old, goal
   returning ends_at as "endsAt"`,
);

/** Sessions of a person, newest first; after id $2, $3 rows. */
export const LIST = statement(
  'session-list',
  `select ${SESSION_COLUMNS} from session s where s.person_id = $1 and ($2::uuid is null or s.id < $2)
    order by s.id desc limit $3`,
);

/** $1 the session, by somebody who looks across ($2) or its own person $3; $4 why. Also when it has ended before. */
export const END = statement(
  'session-end',
  `update session s set ended_at = coalesce(s.ended_at, now()), end_reason = coalesce(s.end_reason, $4)
    where s.id = $1 and ($2::boolean or s.person_id = $3::uuid) returning s.id`,
);

/** All sessions of person $1 but $2; $3 why. */
export const END_ALL = statement(
  'session-end-all',
  `update session set ended_at = now(), end_reason = $3
    where person_id = $1 and ended_at is null and ($2::uuid is null or id <> $2)`,
);
