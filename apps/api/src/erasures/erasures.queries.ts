import { CASES_OF_DOCUMENT, statement } from '#persistence';
import { ERASURE_COLUMNS } from './erasures.view.js';

/** The record made now, else the one under this key, else that of an earlier erasure: to erase twice is to erase. */
const RECORD = `
   select ${ERASURE_COLUMNS}, true as same from created e
   union all
   (select ${ERASURE_COLUMNS}, e.id <> $1 or (e.about_id, e.subject, e.reason) = ($2, $3, $4) from erasure e
     where (e.id = $1 or (e.about_id, e.subject) = ($2, $3)) and not exists (select 1 from created)
     order by e.id = $1 desc limit 1)`;
/** Nothing is erased under a key that was used for something else. */
const KEY_IS_OURS =
  'not exists (select 1 from erasure e where e.id = $1 and (e.about_id, e.subject) <> ($2, $3))';

/**
 * $1 id, $2 case, $3 subject, $4 reason, $5 officer, $6 organisation, $7 supplier, $8 the task that asked for it. Keys
 * that came after a first erasure go with the second. The firm's telephone was filed from its contact's. Nothing comes
 * back when the case names no such subject.
 */
export const ERASE_DATA_SUBJECT = statement(
  'erase-data-subject',
  `with created as (
     insert into erasure (id, kind, about_id, subject, reason, erased_by, organisation_id)
     select $1, 'data-subject', $2, $3, $4, $5, $6
      where exists (select 1 from subject_key where qualification_id = $2 and subject = $3)
     on conflict do nothing returning *),
   keys as (
     update subject_key set sealed = null, erased_at = now()
      where qualification_id = $2 and subject = $3 and sealed is not null and ${KEY_IS_OURS}),
   uncompared as (
     delete from interest where qualification_id = $2 and subject = $3 and ${KEY_IS_OURS}),
   telephone as (
     update organisation set phone = null, version = version + 1
      where id = $7 and $3 = 'contact' and phone is not null and exists (select 1 from created)),
   settled as (
     update office_task set closed_at = now()
      where kind = 'erasure-asked' and subject = $8 and closed_at is null and ${KEY_IS_OURS})
   ${RECORD}`,
);

/**
 * $1 id, $2 person, $3 'person', $4 reason, $5 officer, $6 organisation. Their id stays, wherever the journal names it;
 * what their firms declared of somebody of their name ($7, an index) goes. `forget_person` and those beside it have a
 * line for every other table that says more of a person than the id. Nothing comes back while a
 * membership runs.
 */
export const ERASE_PERSON = statement(
  'erase-person',
  `with created as (
     insert into erasure (id, kind, about_id, subject, reason, erased_by, organisation_id)
     select $1, 'person', p.id, $3, $4, $5, $6 from person p
      where p.id = $2 and not exists (select 1 from membership where person_id = $2 and ended_at is null)
     on conflict do nothing returning *, forget_person(about_id), forget_notifications(about_id), forget_addresses(about_id),
       forget_filters(about_id)),
   named as (
     update person set name = 'erased', language = 'en', quiet_from = null, quiet_until = null, digest = 'off', erased_at = now()
      where id = $2 and exists (select 1 from created)),
   undeclared as (
     delete from interest where "index" = decode($7, 'hex') and source = 'declared' and exists (select 1 from created)
        and organisation_id in (select organisation_id from membership where person_id = $2)),
   unskilled as (delete from auditor_skills where person_id = $2 and exists (select 1 from created)),
   tokens as (
     update api_token set revoked_at = coalesce(revoked_at, now())
      where person_id = $2 and exists (select 1 from created))
   ${RECORD}`,
);

/** Of the cases of document $1, what says how long it is kept. */
export const READ_CASES_OF_DOCUMENT = statement(
  'erase-document-cases',
  `select q.id, q.state, q.updated_at as "updatedAt" from ${CASES_OF_DOCUMENT} where d.id = $1`,
);
/**
 * $1 id, $2 document, $3 'document', $4 reason, $5 officer, $6 organisation, $7 the cases that were asked whether they
 * still need it. Its digest and its links stay; the worker removes the bytes when it finds them waiting. Nothing comes
 * back when it was linked to another case in between.
 */
export const ERASE_DOCUMENT = statement(
  'erase-document',
  `with created as (
     insert into erasure (id, kind, about_id, subject, reason, erased_by, organisation_id)
     select $1, 'document', d.id, $3, $4, $5, $6 from document d
      where d.id = $2 and d.status in ('available', 'refused')
        and not exists (select 1 from document_link l where l.document_id = d.id and l.qualification_id <> all ($7::uuid[]))
     on conflict do nothing returning *, erase_document(about_id))
   ${RECORD}`,
);

/** $1 after this id, $2 rows. */
export const LIST_ERASURES = statement(
  'erasure-list',
  `select ${ERASURE_COLUMNS} from erasure e where ($1::uuid is null or e.id > $1) order by e.id limit $2`,
);

/** $1 case, $2 after this subject, $3 rows. */
export const LIST_DATA_SUBJECTS = statement(
  'data-subject-list',
  `select subject, min(created_at) as since, case when count(sealed) = 0 then max(erased_at) end as "erasedAt"
     from subject_key where qualification_id = $1 and ($2::text is null or subject > $2)
    group by subject order by subject limit $3`,
);
export const IS_DATA_SUBJECT = statement(
  'data-subject-known',
  'select 1 as one from subject_key where qualification_id = $1 and subject = $2 limit 1',
);
