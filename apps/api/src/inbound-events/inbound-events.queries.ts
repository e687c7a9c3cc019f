import { statement } from '#persistence';

const SOURCE = `s.id, s.name, s.person_id as "personId", s.created_at as "createdAt", s.disabled_at as "disabledAt",
  case when s.previous_until > now() then s.previous_until end as "previousUntil", s.rotation_id as "rotationId"`;

/** $1 id, $2 organisation, $3 person, $4 name, $5 sealed secret. */
export const CREATE_SOURCE = statement(
  'inbound-source-create',
  `with created as (
     insert into inbound_source (id, organisation_id, person_id, name, sealed_secret) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing returning *)
   select ${SOURCE}, true as same, true as fresh from created s
   union all
   select ${SOURCE}, (s.organisation_id, s.person_id, s.name) = ($2::uuid, $3::uuid, $4), false
     from inbound_source s where s.id = $1 and not exists (select 1 from created)`,
);
/** Of the organisation $1, after $2. */
export const LIST_SOURCES = statement(
  'inbound-source-list',
  `select ${SOURCE} from inbound_source s where s.organisation_id = $1 and ($2::uuid is null or s.id > $2)
    order by s.id limit $3`,
);
export const READ_SOURCE = statement(
  'inbound-source-read',
  `select ${SOURCE} from inbound_source s where s.id = $1 and s.organisation_id = $2`,
);
/** By its own member $3: the secret $4 replaces the old one after $5 hours; $6 names the rotation. */
export const ROTATE_SOURCE = statement(
  'inbound-source-rotate',
  `update inbound_source s set previous_secret = sealed_secret, sealed_secret = $4, rotation_id = $6,
     previous_until = now() + make_interval(hours => $5::integer)
    where s.id = $1 and s.organisation_id = $2 and s.person_id = $3 and s.disabled_at is null
      and s.rotation_id is distinct from $6 returning ${SOURCE}`,
);
/** By its own member, or an administrator of the organisation ($4). */
export const DISABLE_SOURCE = statement(
  'inbound-source-disable',
  `update inbound_source s set disabled_at = coalesce(s.disabled_at, now())
    where s.id = $1 and s.organisation_id = $2 and ($4::boolean or s.person_id = $3::uuid) returning s.id`,
);
/** Who stands behind a source, and what it signs with; nothing when it was disabled or they have left. */
export const SOURCE_OF_EVENT = statement(
  'inbound-source-of-event',
  `select person_id as "personId", organisation_id as "organisationId", organisation_kind as "organisationKind", roles,
     sealed_secret as "sealedSecret", previous_secret as "previousSecret" from source_of_event($1)`,
);

const EVENT = `e.id, e.source_id as "sourceId", e.event_id as "eventId", e.type, e.qualification_id as "qualificationId",
  encode(e.digest, 'hex') as digest, e.command_id as "commandId", e.received_at as "receivedAt",
  case c.status when 'done' then 'taken' when 'refused' then 'refused' else e.status end as status,
  coalesce(c.result #>> '{refusal,code}', e.refusal) as refusal`;
const WITH_COMMAND = 'left join command c on c.id = e.command_id';
/** $1 id, $2 source, $3 its id there, $4 type, $5 digest, $6 case: a new row, or the one that it already has. */
export const RECEIVE = statement(
  'inbound-event-receive',
  `with received as (
     insert into inbound_event (id, source_id, event_id, type, digest, status, qualification_id)
     values ($1, $2, $3, $4, $5, 'received', $6) on conflict (source_id, event_id) do nothing returning *)
   select ${EVENT} from received e ${WITH_COMMAND}
   union all
   select ${EVENT} from inbound_event e ${WITH_COMMAND}
    where e.source_id = $2 and e.event_id = $3 and not exists (select 1 from received)`,
);
/** What came of event $1: status $2, refusal $3, command $4. */
export const SETTLE = statement(
  'inbound-event-settle',
  `with settled as (update inbound_event set status = $2, refusal = $3, command_id = $4 where id = $1 returning *)
   select ${EVENT} from settled e ${WITH_COMMAND}`,
);
export const READ_EVENT = statement(
  'inbound-event-read',
  `select ${EVENT} from inbound_event e ${WITH_COMMAND} join inbound_source s on s.id = e.source_id
    where e.id = $1 and s.organisation_id = $2`,
);
