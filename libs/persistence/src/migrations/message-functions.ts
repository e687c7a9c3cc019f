import { MESSAGE_ADDRESS_FUNCTIONS, MESSAGE_ADDRESS_SIGNATURES } from './message-address-functions.js';
import { across } from './security.js';

/** Named functions of `1764300400000-send-messages`: what is sent to people of all organisations, and by whom it may be stopped. */

/** Longer than any provider is waited for: after that whoever had the message has died. */
const LEASE = `interval '3 minutes'`;
/** What waited longer than this, because no channel was set up, is no news to anybody; what must be told is told late. */
const NO_NEWS = `interval '3 days'`;
const GIVE_UP = `interval '26 hours'`;

/** The organisation has still to do with a case, at this instant. */
const THEIRS = (qualification: string): string => `(o.kind = 'programme-office' or exists (
    select from qualification_party y where y.qualification_id = ${qualification} and y.organisation_id = o.id
       and (not y.by_consent or consent_in_force(y.qualification_id, y.organisation_id))))`;
/** They work there still, and the case is still their organisation's. */
const STANDS = `exists (
    select from membership m join organisation o on o.id = m.organisation_id
     where m.person_id = n.person_id and m.organisation_id = n.organisation_id and m.ended_at is null
       and (n.qualification_id is null or ${THEIRS('n.qualification_id')}))`;
/** What a digest says, as `data`: it may have waited for the end of quiet hours, and says nothing of cases that are not theirs any more. */
const DIGEST = `select jsonb_build_object('params', jsonb_build_object(
      'count', (n.data #>> '{params,count}')::integer - (count(*) filter (where not l.theirs))::integer,
      'lines', coalesce(jsonb_agg(l.line order by l.place) filter (where l.theirs), '[]'))) as data
    from (select e.line, e.place, ${THEIRS(`(e.line->>'qualificationId')::uuid`)} as theirs
      from organisation o cross join jsonb_array_elements(n.data #> '{params,lines}') with ordinality e(line, place)
     where o.id = n.organisation_id) l where n.kind = 'digest' having n.kind = 'digest'`;
/** A telephone that took no message is not asked again, until another number stands there. */
const TELEPHONE = `c.kind = 'phone' and c.verified_at is not null and not exists (
    select from message_delivery b where b.person_id = c.person_id and b.channel = 'sms' and b.status = 'bounced'
       and b.created_at > c.created_at)`;
const CHOSEN = `array(select p.channel from notification_preference p where p.person_id = n.person_id and p.kind = n.kind)`;
const FOR_GOOD = `('sent', 'failed', 'bounced', 'unsubscribed')`;

const QUEUE = [
  ...across(
    'language_of_number(p_index bytea)',
    'text',
    `select coalesce(
       (select p.language from person_contact c join person p on p.id = c.person_id where c.contact_index = p_index),
       (select i.language from invitation i where i.contact_index = p_index order by i.id desc limit 1))`,
  ),
  // Beside keep_message: a message that was kept before is on its way already.
  ...across(
    'queue_message(p_message uuid, p_delivery uuid, p_channel text, p_urgent boolean, p_seconds integer)',
    'void',
    `with queued as (
       insert into message_delivery (id, message_id, channel, kind, status, can_wait, next_at, give_up_at)
       select p_delivery, m.id, p_channel, m.kind, 'queued', not p_urgent, now(), now() + make_interval(secs => p_seconds)
         from message m where m.id = p_message
       on conflict do nothing returning 1)
     select pg_notify('message', '') from queued`,
    { volatile: true },
  ),
  ...across(
    'notifications_to_send(p_channels text[], p_limit integer)',
    `table (id uuid, person_id uuid, kind text, supplier boolean, ways text[], chosen text[], stands boolean)`,
    `select n.id, n.person_id, n.kind, o.kind = 'supplier',
         array(select a.channel from person_address a
                where a.person_id = n.person_id and a.bounced_at is null and a.channel = any (p_channels)
               union all select 'sms' from person_contact c
                where c.person_id = n.person_id and 'sms' = any (p_channels) and ${TELEPHONE}),
         ${CHOSEN}, (n.kind = 'legal' or n.send_after > now() - ${NO_NEWS}) and ${STANDS}
       from notification n join organisation o on o.id = n.organisation_id
      where n.dispatched_at is null and n.send_after <= now()
      order by n.send_after, n.id limit p_limit for update of n skip locked`,
    { volatile: true },
  ),
  ...across(
    'queue_deliveries(p_notifications uuid[], p_deliveries jsonb)',
    'void',
    `update notification set dispatched_at = now() where id = any (p_notifications);
     with queued as (
       insert into message_delivery (id, notification_id, person_id, channel, kind, status, can_wait, next_at, give_up_at)
       select d.id, n.id, n.person_id, d.channel, n.kind, 'queued', true, now(), now() + ${GIVE_UP}
         from jsonb_to_recordset(p_deliveries) as d(id uuid, "notificationId" uuid, channel text)
         join notification n on n.id = d."notificationId"
       on conflict do nothing returning 1)
     select pg_notify('message', '') where exists (select from queued)`,
    { volatile: true },
  ),
];

const SEND = [
  // What is being sent is written down before a provider is asked; `again`: whoever was at it has died.
  ...across(
    'claim_deliveries(p_channel text, p_limit integer)',
    `table (id uuid, attempts integer, again boolean, kind text, person_id uuid, sealed_message text, message_id uuid,
       notice jsonb, case_number text, qualification_id uuid, language text, quiet_from text, quiet_until text, sealed_address text,
       said_no boolean, stands boolean)`,
    `with due as (
       select d.id, d.status from message_delivery d
        where d.channel = p_channel and d.status in ('queued', 'sending') and d.next_at <= now()
        order by d.can_wait, d.next_at limit p_limit for update skip locked),
     taken as (
       update message_delivery d set status = 'sending', attempts = d.attempts + 1, next_at = now() + ${LEASE}
         from due where d.id = due.id returning d.*, due.status as before)
     select t.id, t.attempts, t.before = 'sending', t.kind, t.person_id, m.sealed_content, t.message_id,
         coalesce(digest.data, n.data), n.case_number, n.qualification_id, p.language,
         to_char(p.quiet_from, 'HH24:MI'), to_char(p.quiet_until, 'HH24:MI'), coalesce(a.sealed_address, c.sealed_contact), 'none' = any (${CHOSEN}),
         m.id is not null or (n.id is not null and ${STANDS} and coalesce(digest.data #>> '{params,count}', '') <> '0')
       from taken t
       left join message m on m.id = t.message_id
       left join notification n on n.id = t.notification_id
       left join lateral (${DIGEST}) digest on true
       left join person p on p.id = t.person_id
       left join person_address a on a.person_id = t.person_id and a.channel = t.channel and a.bounced_at is null
       left join person_contact c on t.channel = 'sms' and c.person_id = t.person_id and ${TELEPHONE}
      order by t.can_wait, t.id`,
    { volatile: true },
  ),
  // That it arrived is true whoever else is at it by now. What bounced is looked into by the office, and told another way.
  ...across(
    'settle_delivery(p_id uuid, p_attempt integer, p_status text, p_provider text, p_error text, p_pause float8, p_address text, p_forget boolean)',
    'boolean',
    `with done as (
       update message_delivery d set provider_id = p_provider, error = p_error,
           status = case when p_status = 'queued' and now() + make_interval(secs => p_pause) > d.give_up_at then 'failed' else p_status end,
           next_at = case when p_status = 'queued' then now() + make_interval(secs => p_pause) end,
           sent_at = case when p_status = 'sent' then now() end
        where d.id = p_id and ((d.status = 'sending' and d.attempts = p_attempt) or (p_status = 'sent' and d.status <> 'sent'))
       returning d.*),
     bounced as (select * from done where status = 'bounced'),
     address as (
       update person_address a set bounced_at = now() from bounced b
        where a.person_id = b.person_id and a.channel = b.channel and a.sealed_address = p_address returning a.channel),
     otherwise as (
       update notification n set dispatched_at = null from bounced b where n.id = b.notification_id),
     forgotten as (
       update message m set sealed_content = '' from done where p_forget and m.id = done.message_id and done.status in ${FOR_GOOD}),
     told as (
       select open_office_task(gen_random_uuid(), 'address-bounced', b.person_id::text) from bounced b
        where b.person_id is not null and (b.channel = 'sms' or exists (select from address))
       union all
       select open_office_task(gen_random_uuid(), 'invitation-bounced', i.organisation_id || '/' || i.id)
         from bounced b join message m on m.id = b.message_id and m.kind = 'invitation'
         join invitation i on i.id = split_part(m.key, '/', 2)::uuid and i.accepted_at is null and i.revoked_at is null)
     select exists (select from done) from (select count(*) from told) t`,
    { volatile: true },
  ),
  ...across(
    'mark_address_bounced(p_person uuid, p_channel text)',
    'boolean',
    `with marked as (
       update person_address set bounced_at = coalesce(bounced_at, now())
        where person_id = p_person and channel = p_channel and acting_for_office() returning person_id),
     told as (select open_office_task(gen_random_uuid(), 'address-bounced', person_id::text) from marked)
     select exists (select from marked) from (select count(*) from told) t`,
    { volatile: true },
  ),
];

export const MESSAGE_FUNCTIONS = [...QUEUE, ...SEND, ...MESSAGE_ADDRESS_FUNCTIONS];
export const MESSAGE_SIGNATURES = [
  ...MESSAGE_ADDRESS_SIGNATURES,
  'mark_address_bounced(uuid, text)',
  'settle_delivery(uuid, integer, text, text, text, double precision, text, boolean)',
  'claim_deliveries(text, integer)',
  'queue_deliveries(uuid[], jsonb)',
  'notifications_to_send(text[], integer)',
  'language_of_number(bytea)',
  'queue_message(uuid, uuid, text, boolean, integer)',
];
