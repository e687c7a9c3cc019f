import { statement } from '#persistence';
import { INVITATION_COLUMNS } from './invitations.view.js';

/** For how long an invitation can be accepted after it was sent. */
const OPEN_FOR = `interval '14 days'`;
const FIELDS = `(id, organisation_id, roles, name, language, contact_kind, sealed_contact, contact_index, secret_hash,
  invited_by, expires_at)`;
/** A repeat under the same key finds its invitation; once that has ended, whom it was for is no longer known. */
const SAME = `(i.roles, i.contact_kind) = ($3::text[], $6) and (i.contact_index is null or i.contact_index = $8)`;

/** Suppliers read Khmer, unless $5 says otherwise. */
const languageAt = (kind: string): string =>
  `coalesce($5, case ${kind} when 'supplier' then 'km' else 'en' end)`;

/** $1 id, $2 organisation, $3 roles, $4 name, $5 language, $6 to $8 contact, $9 hash of the secret, $10 who invites. */
export const INVITE_MEMBER = statement(
  'invitation-member',
  `with at as (select id, name, kind from organisation where id = $2),
   created as (
     insert into invitation ${FIELDS}
     select $1, at.id, $3::text[], $4, ${languageAt('at.kind')}, $6, $7, $8, $9, $10, now() + ${OPEN_FOR} from at
     on conflict (id) do nothing returning *)
   select ${INVITATION_COLUMNS}, at.name as organisation, true as same, true as fresh from created i, at
   union all
   select ${INVITATION_COLUMNS}, at.name, i.organisation_id = $2 and ${SAME}, false from invitation i, at
    where i.id = $1 and not exists (select 1 from created)`,
);

/** As above, with the organisation: $11 kind, $12 name, $13 normalised name, $14 tax number, $15 telephone. */
export const INVITE_ORGANISATION = statement(
  'invitation-organisation',
  `with founded as (
     insert into organisation (id, kind, name, normalised_name, tin, phone) values ($2, $11, $12, $13, $14, $15)
     on conflict (id) do nothing returning id, name),
   created as (
     insert into invitation ${FIELDS}
     select $1, founded.id, $3::text[], $4, ${languageAt('$11')}, $6, $7, $8, $9, $10, now() + ${OPEN_FOR} from founded returning *)
   select ${INVITATION_COLUMNS}, founded.name as organisation, true as same, true as fresh from created i, founded
   union all
   select ${INVITATION_COLUMNS}, o.name, (o.kind, o.name) = ($11, $12) and ${SAME}, false
     from invitation i join organisation o on o.id = i.organisation_id
    where i.id = $1 and not exists (select 1 from created)`,
);

/** Invitations to $1 after $2; $3 rows. */
export const LIST = statement(
  'invitation-list',
  `select ${INVITATION_COLUMNS} from invitation i where i.organisation_id = $1 and ($2::uuid is null or i.id > $2)
    order by i.id limit $3`,
);

/**
 * A new secret ($3) for the open invitation $1 to $2, also when its time has run out; person $4 vouches for it from now on.
 * The former secret is worthless. $5: contacts that can be reached from here.
 */
export const RENEW = statement(
  'invitation-renew',
  `update invitation i set secret_hash = $3, invited_by = $4, sends = i.sends + 1, expires_at = now() + ${OPEN_FOR} from organisation o
    where i.id = $1 and i.organisation_id = $2 and o.id = i.organisation_id
      and i.accepted_at is null and i.revoked_at is null and i.sealed_contact is not null and i.contact_kind = any ($5)
   returning ${INVITATION_COLUMNS}, o.name as organisation`,
);
/** The letter of the invitation $1 has gone out. */
export const SENT = statement('invitation-sent', 'update invitation set sent_at = now() where id = $1');
export const REVOKE = statement(
  'invitation-revoke',
  `update invitation i set revoked_at = now(), name = null, sealed_contact = null, contact_index = null
    where i.id = $1 and i.organisation_id = $2 and i.accepted_at is null and i.revoked_at is null returning i.id`,
);
export const STATE = statement(
  'invitation-state',
  'select accepted_at as "acceptedAt", revoked_at as "revokedAt", contact_kind as "contactKind" from invitation where id = $1 and organisation_id = $2',
);

/** $1 hash of the secret, $2 the person who has it. Nothing when it is good for nothing, or not for them. */
export const ACCEPT = statement('invitation-accept', 'select accept_invitation($1, $2) as "organisationId"');
