import { statement } from '#persistence';
import { IDENTITY_COLUMNS } from './identities.view.js';

/**
 * $1 id, $2 person, $3 issuer, $4 subject. `own`: whether it is this person's, when it was there before. Nothing comes
 * back for somebody who was erased.
 */
export const ADD = statement(
  'identity-add',
  `with created as (
     insert into identity (id, person_id, issuer, subject)
     select $1, p.id, $3, $4 from person p where p.id = $2 and p.erased_at is null
     on conflict (issuer, subject) do nothing returning *)
   select ${IDENTITY_COLUMNS}, true as own from created i
   union all
   select ${IDENTITY_COLUMNS}, i.person_id = $2 from identity i
    where i.issuer = $3 and i.subject = $4 and not exists (select from created)`,
);

export const LIST = statement(
  'identity-list',
  `select ${IDENTITY_COLUMNS} from identity i where i.person_id = $1 and ($2::uuid is null or i.id > $2)
    order by i.id limit $3`,
);

/** The identity $1 of person $2 goes, and with it every session that the person began at a provider. */
export const REMOVE = statement(
  'identity-remove',
  `with removed as (delete from identity where id = $1 and person_id = $2 returning id, person_id),
   ended as (
     update session s set ended_at = now(), end_reason = 'identity-removed' from removed
      where s.person_id = removed.person_id and s.method = 'oidc' and s.ended_at is null)
   select id from removed`,
);
