import { statement, writableBy } from '#persistence';
import { DOCUMENT_COLUMNS } from './documents.view.js';

/**
 * Of case $1: who owns documents of the place that papers $2 and item $3 guard, when person $4 in the name of $5 may
 * write there now; $6 instead, where no paper does. The open paper is held, so that nothing is linked after a freeze.
 */
export const PLACE = `paper as (
     select w.organisation_id as owner from working_paper w
      where w.qualification_id = $1 and w.paper = any($2::text[])
        and ${writableBy({ item: '$3', person: '$4', organisation: '$5' })} for share of w),
   place as (select owner from paper union all select $6::uuid where $6::uuid is not null)`;

/** $1 the document, $2 the reader's organisation. */
export const READ = statement('document-read', `select ${DOCUMENT_COLUMNS} from document d where d.id = $1`);

/** Of case $1 for organisation $2, after id $3, so many $4: uploaded for the case, or linked to it. */
export const LIST = statement(
  'document-list',
  `select ${DOCUMENT_COLUMNS} from document d where d.id in (
     (select id from document where qualification_id = $1 and ($3::uuid is null or id > $3) order by id limit $4)
     union
     (select document_id from document_link
       where qualification_id = $1 and ended_at is null and ($3::uuid is null or document_id > $3)
       order by document_id limit $4))
    order by d.id limit $4`,
);

/** As above, of one place: target $5 and item $6. */
export const LIST_PLACE = statement(
  'document-list-place',
  `select ${DOCUMENT_COLUMNS} from document_link at join document d on d.id = at.document_id
    where at.qualification_id = $1 and at.target = $5 and at.item = $6 and at.ended_at is null
      and ($3::uuid is null or at.document_id > $3)
    order by at.document_id limit $4`,
);

/** As above, of all places of a kind: target $5. */
export const LIST_TARGET = statement(
  'document-list-target',
  `select ${DOCUMENT_COLUMNS} from document d where d.id in (
     select distinct document_id from document_link
      where qualification_id = $1 and target = $5 and ended_at is null and ($3::uuid is null or document_id > $3)
      order by document_id limit $4)
    order by d.id`,
);

export const CHANGE = statement(
  'document-change',
  `update document set expires_on = $3::date, version = version + 1 where id = $1 and version = $2 returning id`,
);

/** Links document $7 as $8 to target $9, item $10. Linked already: the same link again. */
export const LINK = statement(
  'document-link',
  `with ${PLACE},
   fitting as (select d.id, d.organisation_id from document d join place on place.owner = d.organisation_id
      where d.id = $7 and d.status not in ('refused', 'erased')),
   made as (
     insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
     select $8, id, $1, $9, $10, organisation_id, $4 from fitting
     on conflict (qualification_id, target, item, document_id) where ended_at is null do nothing
     returning id)
   select exists (select 1 from place) as open, exists (select 1 from fitting) as fits`,
);

/** Ends link $7 of document $8. */
export const END_LINK = statement(
  'document-link-end',
  `with ${PLACE}
   update document_link l set ended_at = now() from place
    where l.id = $7 and l.document_id = $8 and l.ended_at is null and place.owner = l.organisation_id returning l.id`,
);
