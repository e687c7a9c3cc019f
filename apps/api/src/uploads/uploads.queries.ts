import { statement } from '#persistence';
import { PLACE } from '../documents/documents.queries.js';

/**
 * Whose the new document is, when it may be linked to the place (see `PLACE`). One creation per owner at a time from here
 * to the end of the transaction, or two could each find room in the quota for the last bytes.
 */
export const OWNER = statement(
  'upload-owner',
  `with ${PLACE}
   select owner, pg_advisory_xact_lock(hashtextextended('documents/' || owner, 0)) from place limit 1`,
);

/**
 * $1 to $12 the document, $13 what it replaces, $14 the quota in bytes. What was refused after it had arrived counts, for
 * its original is kept; what never came to its end does not. One that its sender announced before under this id begins
 * again, as long as nothing of it was received whole and nobody ended it.
 */
export const CREATE = statement(
  'upload-create',
  `with room as (
     select coalesce(sum(size), 0) + $8::bigint <= $14::bigint as enough
       from document where organisation_id = $2 and id <> $1 and status <> 'erased' and (status <> 'refused' or sha256 is not null)),
   former as (
     select d.id, d.edition from document d
      where d.id = $13 and d.organisation_id = $2 and d.status in ('quarantined', 'available')
        and not exists (select 1 from document s where s.replaces_id = d.id and s.id <> $1 and s.status <> 'refused')),
   made as (
     insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, on_behalf, qualification_id,
       file_name, declared_type, size, captured_at, captured_latitude, captured_longitude, capture_source, expires_on,
       replaces_id, edition, retry_at)
     select $1, $2, $3, $4, $2 <> $4, $5, $6, $7, $8, $9::timestamptz, $10::float8, $11::float8,
       case when $9::timestamptz is not null or $10::float8 is not null then 'declared' end, $12::date,
       former.id, coalesce(former.edition, 0) + 1, now() + interval '1 minute'
       from room left join former on true
      where room.enough and ($13::uuid is null or former.id is not null)
     on conflict (id) do nothing returning id),
   again as (
     update document d set status = 'receiving', refusal = null, begun_at = now(), retry_at = now() + interval '1 minute',
       version = d.version + 1 from room
      where d.id = $1 and room.enough and d.uploaded_by = $3 and d.uploader_organisation_id = $4 and d.size = $8
        and d.sha256 is null and (d.status = 'receiving' or d.refusal = 'upload-expired') returning d.id)
   select room.enough, ($13::uuid is null or exists (select 1 from former)) as follows,
          exists (select 1 from made union all select 1 from again) as made
     from room`,
);

export const LINK_NEW = statement(
  'upload-link',
  `insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (qualification_id, target, item, document_id) where ended_at is null do nothing`,
);

export const READ_UPLOAD = statement(
  'upload-read',
  `select id, uploader_organisation_id as "organisationId", status, size::float8 as size from document where id = $1`,
);

/** All its bytes are kept under their digest: it waits to be examined. */
export const RECEIVED = statement(
  'upload-received',
  `update document set status = 'quarantined', sha256 = decode($2, 'hex'), received_at = now(), retry_at = now(),
     version = version + 1 where id = $1 and status = 'receiving' returning id`,
);

/** No document comes of it; $2 says why. */
export const END = statement(
  'upload-end',
  `update document set status = 'refused', refusal = $2, retry_at = null, version = version + 1
    where id = $1 and status = 'receiving' returning id`,
);

export const TAKE_UNFINISHED = statement(
  'uploads-take-unfinished',
  `select id, person_id as "personId", organisation_id as "organisationId", size::float8 as size, expired
     from take_unfinished_uploads()`,
);

/** Of ids $1 those that no upload waits for any more. */
export const ENDED_UPLOADS = statement('uploads-ended', 'select id from ended_uploads($1::uuid[]) as id');

/** Holder $2 takes upload $1 when nobody holds it; else lets the holder know that it is waited for. */
export const LOCK = statement(
  'upload-lock',
  `update document set
     lock_holder = case when locked_until is null or locked_until < clock_timestamp() then $2 else lock_holder end,
     lock_wanted = locked_until is not null and locked_until >= clock_timestamp(),
     locked_until = case when locked_until is null or locked_until < clock_timestamp()
       then clock_timestamp() + interval '5 seconds' else locked_until end
    where id = $1 returning lock_holder = $2 as mine`,
);
export const KEEP_LOCK = statement(
  'upload-lock-keep',
  `update document set locked_until = clock_timestamp() + interval '5 seconds'
    where id = $1 and lock_holder = $2 returning lock_wanted as wanted`,
);
export const UNLOCK = statement(
  'upload-unlock',
  `update document set lock_holder = null, locked_until = null, lock_wanted = false where id = $1 and lock_holder = $2`,
);
