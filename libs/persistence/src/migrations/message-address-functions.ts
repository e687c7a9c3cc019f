import { across, acrossTrigger } from './security.js';

/** Named functions of `1764300400000-send-messages`: where messages go, how people say no to them, and what is over by that. */

/** Longer than one question to Telegram, or one answer to somebody who wrote, takes. */
const TURN = `interval '1 minute'`;

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
       returning person_id)
     select exists (select from kept)`,
    { volatile: true },
  ),
  ...across(
    'telegram_turn(p_holder uuid)',
    'bigint',
    `update telegram_place set holder = p_holder, held_until = now() + ${TURN}
      where holder = p_holder or held_until is null or held_until < now() returning next_update`,
    { volatile: true },
  ),
  ...across(
    'telegram_heard(p_holder uuid, p_next bigint)',
    'void',
    `update telegram_place set next_update = greatest(next_update, p_next), held_until = now() + ${TURN}
      where holder = p_holder`,
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
       returning person_id)
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

const settled = (kind: string, subject: string): string =>
  `update office_task set closed_at = now() where kind = '${kind}' and subject = ${subject} and closed_at is null;`;
/** What the office was told to look into is over as soon as it is, whoever did it. */
const OVER = [
  ...acrossTrigger(
    'settle_address_bounced()',
    `if not exists (select from person_address a
        where a.person_id = coalesce(new.person_id, old.person_id) and a.bounced_at is not null) then
       ${settled('address-bounced', 'coalesce(new.person_id, old.person_id)::text')}
     end if;
     return null;`,
  ),
  ...acrossTrigger(
    'settle_invitation_bounced()',
    `if tg_op = 'DELETE' or new.sends > old.sends or new.accepted_at is not null or new.revoked_at is not null then
       ${settled('invitation-bounced', `old.organisation_id || '/' || old.id`)}
     end if;
     return null;`,
  ),
];
const TRIGGERS = [
  ['person_address', 'insert or update or delete', 'settle_address_bounced'],
  ['person_contact', 'delete or update of contact_index', 'settle_address_bounced'],
  ['invitation', 'update or delete', 'settle_invitation_bounced'],
] as const;
export const MESSAGE_TRIGGERS = TRIGGERS.map(
  ([table, when, name]) =>
    `create trigger "${table}_bounce_over" after ${when} on "${table}" for each row execute function ${name}()`,
);
export const DROP_MESSAGE_TRIGGERS = TRIGGERS.map(
  ([table]) => `drop trigger "${table}_bounce_over" on "${table}"`,
);

export const MESSAGE_ADDRESS_FUNCTIONS = [...ADDRESSES, ...SAY_NO, ...FORGET, ...OVER];
export const MESSAGE_ADDRESS_SIGNATURES = [
  'settle_invitation_bounced()',
  'settle_address_bounced()',
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
];
