import { across } from './security.js';

/** Named functions of `1764300400000-send-messages`: what is sent to people of all organisations, and by whom it may be stopped. */

/** Longer than any provider is waited for: after that whoever had the message has died. */
const LEASE = `interval '3 minutes'`;
/** What waited longer than this, because no channel was set up, is no news to anybody. */
const NO_NEWS = `interval '3 days'`;
const GIVE_UP = `interval '26 hours'`;

/** They work there still, and the organisation has still to do with the case, at this instant. */
const STANDS = `exists (
    select from membership m join organisation o on o.id = m.organisation_id
     where m.person_id = n.person_id and m.organisation_id = n.organisation_id and m.ended_at is null
       and (n.qualification_id is null or o.kind = 'programme-office' or exists (
         select from qualification_party y where y.qualification_id = n.qualification_id and y.organisation_id = o.id
            and (not y.by_consent or consent_in_force(y.qualification_id, y.organisation_id)))))`;
/** A telephone that took no message is not asked again, until another number stands there. */
const TELEPHONE = `c.kind = 'phone' and c.verified_at is not null and not exists (
    select from message_delivery b where b.person_id = c.person_id and b.channel = 'sms' and b.status = 'bounced'
       and b.created_at > c.created_at)`;
const CHOSEN = `array(select p.channel from notification_preference p where p.person_id = n.person_id and p.kind = n.kind)`;
const FOR_GOOD = `('sent', 'failed', 'bounced', 'unsubscribed')`;
const closed = (person: string): string => `update office_task set closed_at = now()
  where kind = 'address-bounced' and subject = ${person}::text and closed_at is null and exists (select from kept)`;

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
       insert into message_delivery (id, message_id, channel, kind, status, urgent, next_at, give_up_at)
       select p_delivery, m.id, p_channel, m.kind, 'queued', p_urgent, now(), now() + make_interval(secs => p_seconds)
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
         ${CHOSEN}, n.send_after > now() - ${NO_NEWS} and ${STANDS}
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
       insert into message_delivery (id, notification_id, person_id, channel, kind, status, urgent, next_at, give_up_at)
       select d.id, n.id, n.person_id, d.channel, n.kind, 'queued', false, now(), now() + ${GIVE_UP}
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
       notice jsonb, case_number text, qualification_id uuid, language text, sealed_address text, said_no boolean, stands boolean)`,
    `with due as (
       select d.id, d.status from message_delivery d
        where d.channel = p_channel and d.status in ('queued', 'sending') and d.next_at <= now()
        order by d.urgent desc, d.next_at limit p_limit for update skip locked),
     taken as (
       update message_delivery d set status = 'sending', attempts = d.attempts + 1, next_at = now() + ${LEASE}
         from due where d.id = due.id returning d.*, due.status as before)
     select t.id, t.attempts, t.before = 'sending', t.kind, t.person_id, m.sealed_content, t.message_id,
         n.data, n.case_number, n.qualification_id, p.language, coalesce(a.sealed_address, c.sealed_contact),
         'none' = any (${CHOSEN}), m.id is not null or (n.id is not null and ${STANDS})
       from taken t
       left join message m on m.id = t.message_id
       left join notification n on n.id = t.notification_id
       left join person p on p.id = t.person_id
       left join person_address a on a.person_id = t.person_id and a.channel = t.channel and a.bounced_at is null
       left join person_contact c on t.channel = 'sms' and c.person_id = t.person_id and ${TELEPHONE}
      order by t.urgent desc, t.id`,
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
        where a.person_id = b.person_id and a.channel = b.channel and a.sealed_address = p_address),
     otherwise as (
       update notification n set dispatched_at = null from bounced b where n.id = b.notification_id),
     forgotten as (
       update message m set sealed_content = '' from done where p_forget and m.id = done.message_id and done.status in ${FOR_GOOD}),
     told as (
       select open_office_task(gen_random_uuid(), 'address-bounced', b.person_id::text) from bounced b where b.person_id is not null
       union all
       select open_office_task(gen_random_uuid(), 'invitation-bounced', split_part(m.key, '/', 2))
         from bounced b join message m on m.id = b.message_id and m.kind = 'invitation')
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

const ADDRESSES = [
  // The acting person's own, by a code that was sent there.
  ...across(
    'verify_address(p_code_hash text)',
    'boolean',
    `with used as (
       delete from address_code where person_id = acting_person() and code_hash = p_code_hash and expires_at > now()
       returning person_id, sealed_address, address_index),
     kept as (
       insert into person_address (person_id, channel, sealed_address, address_index)
       select person_id, 'email', sealed_address, address_index from used
       on conflict (person_id, channel) do update set sealed_address = excluded.sealed_address,
         address_index = excluded.address_index, verified_at = now(), bounced_at = null
       returning person_id),
     over as (${closed('acting_person()')})
     select exists (select from kept)`,
    { volatile: true },
  ),
  ...across(
    'telegram_turn(p_holder uuid)',
    'bigint',
    `update telegram_place set holder = p_holder, held_until = now() + interval '1 minute'
      where holder = p_holder or held_until is null or held_until < now() returning next_update`,
    { volatile: true },
  ),
  ...across(
    'telegram_heard(p_holder uuid, p_next bigint)',
    'void',
    'update telegram_place set next_update = greatest(next_update, p_next) where holder = p_holder',
    { volatile: true },
  ),
  ...across(
    'telegram_left(p_holder uuid)',
    'void',
    'update telegram_place set held_until = null where holder = p_holder',
    {
      volatile: true,
    },
  ),
  ...across(
    'holder_of_telegram_link(p_secret bytea)',
    'table (person_id uuid, language text)',
    `select l.person_id, p.language from telegram_link l join person p on p.id = l.person_id and p.erased_at is null
      where l.secret_hash = p_secret and l.expires_at > now()`,
  ),
  // Sealed for the holder whom the function above named: the secret works once, for nobody else.
  ...across(
    'link_telegram(p_secret bytea, p_person uuid, p_sealed text, p_index bytea)',
    'boolean',
    `with used as (
       delete from telegram_link where secret_hash = p_secret and person_id = p_person and expires_at > now() returning person_id),
     kept as (
       insert into person_address (person_id, channel, sealed_address, address_index)
       select person_id, 'telegram', p_sealed, p_index from used
       on conflict (person_id, channel) do update set sealed_address = excluded.sealed_address,
         address_index = excluded.address_index, verified_at = now(), bounced_at = null
       returning person_id),
     over as (${closed('p_person')})
     select exists (select from kept)`,
    { volatile: true },
  ),
  ...across(
    'unlink_telegram(p_index bytea)',
    'boolean',
    `with gone as (delete from person_address where channel = 'telegram' and address_index = p_index returning 1)
     select exists (select from gone)`,
    { volatile: true },
  ),
];

const SAY_NO = [
  ...across(
    'keep_unsubscribe_secret(p_hash bytea, p_person uuid, p_kind text)',
    'void',
    `insert into unsubscribe_secret (secret_hash, person_id, kind) values (p_hash, p_person, p_kind) on conflict do nothing`,
    { volatile: true },
  ),
  ...across(
    'kind_to_unsubscribe(p_hash bytea)',
    'table (kind text, language text)',
    `select s.kind, p.language from unsubscribe_secret s join person p on p.id = s.person_id and p.erased_at is null
      where s.secret_hash = p_hash`,
  ),
  ...across(
    'unsubscribe(p_hash bytea)',
    'table (kind text, language text)',
    `with who as (
       select s.person_id, s.kind, p.language from unsubscribe_secret s join person p on p.id = s.person_id and p.erased_at is null
        where s.secret_hash = p_hash),
     others as (
       delete from notification_preference p using who w
        where p.person_id = w.person_id and p.kind = w.kind and p.channel <> 'none'),
     said as (
       insert into notification_preference (person_id, kind, channel) select person_id, kind, 'none' from who on conflict do nothing)
     select kind, language from who`,
    { volatile: true },
  ),
];

/** The office may, when they have left: as `forget_person`, which is called beside it. */
const HAS_LEFT = `acting_for_office()
  and not exists (select from membership m where m.person_id = p_person and m.ended_at is null)`;
const MESSAGE_TO = `split_part("key", '/', -1) in (
  select rtrim(translate(encode(x.address_index, 'base64'), '+/', '-_'), '=') from (
    select address_index from person_address where person_id = p_person
    union all select address_index from address_code where person_id = p_person) x)`;
const FORGET = across(
  'forget_addresses(p_person uuid)',
  'void',
  [
    `delete from message where ${HAS_LEFT} and ${MESSAGE_TO}`,
    ...['message_delivery', 'person_address', 'address_code', 'telegram_link', 'unsubscribe_secret'].map(
      (table) => `delete from ${table} where ${HAS_LEFT} and person_id = p_person`,
    ),
  ].join(';\n'),
  { volatile: true },
);

export const MESSAGE_FUNCTIONS = [...QUEUE, ...SEND, ...ADDRESSES, ...SAY_NO, ...FORGET];
export const MESSAGE_SIGNATURES = [
  'forget_addresses(uuid)',
  'unsubscribe(bytea)',
  'kind_to_unsubscribe(bytea)',
  'keep_unsubscribe_secret(bytea, uuid, text)',
  'unlink_telegram(bytea)',
  'link_telegram(bytea, uuid, text, bytea)',
  'holder_of_telegram_link(bytea)',
  'telegram_left(uuid)',
  'telegram_heard(uuid, bigint)',
  'telegram_turn(uuid)',
  'verify_address(text)',
  'mark_address_bounced(uuid, text)',
  'settle_delivery(uuid, integer, text, text, text, double precision, text, boolean)',
  'claim_deliveries(text, integer)',
  'queue_deliveries(uuid[], jsonb)',
  'notifications_to_send(text[], integer)',
  'language_of_number(bytea)',
  'queue_message(uuid, uuid, text, boolean, integer)',
];
