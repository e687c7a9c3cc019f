import { statement } from '#persistence';

/** $1 index of the number, $2 hash of a new code. `known`: whether it is of use to anybody. */
export const BEGIN_CODE = statement('phone-code-begin', 'select begin_phone_code($1, $2) as known');
/** The language of whom the number $1 is of use to. */
export const LANGUAGE = statement('phone-language', 'select language_of_number($1) as language');
/** Spends a try at the code of the number $1; null when there is none left. */
export const TRY_CODE = statement('phone-code-try', 'select try_phone_code($1) as hash');
/** $1 index of the number, $2 hash of the code, $3 of an invitation's secret, $4 id and $5 sealed number of who may be new. */
export const USE_CODE = statement(
  'phone-code-use',
  'select person_id as "personId", organisation_id as "organisationId" from use_phone_code($1, $2, $3, $4, $5)',
);

/** SQL: whoever came in with the number that person $1 has had goes out. */
const SIGN_OUT = `update session set ended_at = now(), end_reason = 'identity-removed'
  where person_id = $1 and method = 'phone-code' and ended_at is null`;

/**
 * $1 person, $2 sealed number, $3 its index. Another number has to be shown to be theirs anew. Nothing comes back for
 * somebody who was erased.
 */
export const SET_PHONE = statement(
  'phone-set',
  `with owner as (select id from person where id = $1 and erased_at is null),
   changed as (
     insert into person_contact as c (person_id, kind, sealed_contact, contact_index) select id, 'phone', $2, $3 from owner
     on conflict (person_id, kind) do update
       set sealed_contact = excluded.sealed_contact, contact_index = excluded.contact_index, created_at = now(),
           verified_at = null
       where c.contact_index <> excluded.contact_index returning person_id),
   gone as (${SIGN_OUT} and exists (select from changed))
   select id from owner`,
);
export const READ_PHONE = statement(
  'phone-read',
  `select sealed_contact as "sealedContact", verified_at as "verifiedAt" from person_contact
    where person_id = $1 and kind = 'phone'`,
);
export const REMOVE_PHONE = statement(
  'phone-remove',
  `with removed as (delete from person_contact where person_id = $1 and kind = 'phone' returning person_id),
   gone as (${SIGN_OUT} and exists (select from removed))
   select person_id from removed`,
);
