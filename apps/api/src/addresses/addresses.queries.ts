import { statement } from '#persistence';

/** All that person $1 has told, or shown, of how to reach them. */
export const READ = statement(
  'addresses-read',
  `select channel, sealed_address as "sealedAddress", verified_at as "verifiedAt", bounced_at as "bouncedAt",
       null::timestamptz as "expiresAt" from person_address where person_id = $1
   union all select 'code', sealed_address, null, null, expires_at from address_code where person_id = $1 and expires_at > now()
   union all select 'sms', sealed_contact, verified_at, null, null from person_contact where person_id = $1 and kind = 'phone'`,
);
/** $1 person, $2 sealed address, $3 its index, $4 hash of a code, $5 seconds for which it is good. The former code is worthless. */
export const BEGIN = statement(
  'address-begin',
  `insert into address_code (person_id, sealed_address, address_index, code_hash, tries_left, expires_at)
   values ($1, $2, $3, $4, 5, now() + make_interval(secs => $5::integer))
   on conflict (person_id) do update set sealed_address = excluded.sealed_address, address_index = excluded.address_index,
     code_hash = excluded.code_hash, tries_left = excluded.tries_left, expires_at = excluded.expires_at`,
);
/** Spends a try at the code of person $1 before it is judged. */
export const TRY = statement(
  'address-try',
  `update address_code set tries_left = tries_left - 1 where person_id = $1 and expires_at > now() and tries_left > 0
   returning code_hash as hash`,
);
/** $1 hash of the code, which was right. */
export const VERIFY = statement('address-verify', 'select verify_address($1) as verified');
/** $1 person, $2 channel. An address that is not verified yet goes too. */
export const REMOVE = statement(
  'address-remove',
  `with pending as (delete from address_code where person_id = $1 and $2 = 'email'),
   link as (delete from telegram_link where person_id = $1 and $2 = 'telegram')
   delete from person_address where person_id = $1 and channel = $2`,
);
/** $1 person, $2 hash of a new secret, $3 seconds for which it is good. The former one is worthless. */
export const BEGIN_LINK = statement(
  'telegram-link-begin',
  `insert into telegram_link (person_id, secret_hash, expires_at) values ($1, $2, now() + make_interval(secs => $3::integer))
   on conflict (person_id) do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
   returning expires_at as "expiresAt"`,
);
/** $1 person, $2 channel. */
export const MARK_BOUNCED = statement('address-bounced', 'select mark_address_bounced($1, $2) as marked');
