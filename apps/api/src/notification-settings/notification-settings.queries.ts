import { statement } from '#persistence';

const COLUMNS = `p.language, to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_until, 'HH24:MI') as "quietUntil",
  p.digest`;
/** Of person $1; kinds without a row are left out. */
export const READ = statement(
  'notification-settings-read',
  `select ${COLUMNS}, (select jsonb_agg(jsonb_build_object('kind', c.kind, 'channel', c.channel) order by c.kind, c.channel)
       from notification_preference c where c.person_id = p.id) as chosen
     from person p where p.id = $1`,
);

/**
 * $1 person, $2 language, $3 and $4 quiet hours, $5 digest, $6 all that is chosen of kinds and channels: what was chosen
 * before and is not any more goes.
 */
export const SET = statement(
  'notification-settings-set',
  `with wanted as (select c.kind, c.channel from jsonb_to_recordset($6) as c(kind text, channel text)),
   gone as (
     delete from notification_preference n where n.person_id = $1
        and not exists (select from wanted w where (w.kind, w.channel) = (n.kind, n.channel))),
   chosen as (
     insert into notification_preference (person_id, kind, channel) select $1, kind, channel from wanted
     on conflict do nothing)
   update person p set language = $2, quiet_from = $3, quiet_until = $4, digest = $5 where p.id = $1 and p.erased_at is null
   returning p.id`,
);
