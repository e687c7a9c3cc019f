import { statement } from '#persistence';
import { PERSON_COLUMNS } from './people.view.js';

export const ORGANISATION_KIND = statement(
  'organisation-kind',
  'select kind from organisation where id = $1',
);

/** Person and first membership together; a repeat under the same key finds both. Suppliers read Khmer, unless $3 says otherwise. */
export const CREATE_PERSON = statement(
  'person-create',
  `with created as (
     insert into person (id, name, language)
     select $1, $2, coalesce($3, case o.kind when 'supplier' then 'km' else 'en' end) from organisation o where o.id = $4
     on conflict (id) do nothing returning id),
   member as (
     insert into membership (person_id, organisation_id, roles) select id, $4, $5::text[] from created returning person_id)
   select true as same from created, member
   union all
   select (p.name, p.language) = ($2, coalesce($3, p.language)) and m.organisation_id is not null
     from person p left join membership m on m.person_id = p.id and m.organisation_id = $4
    where p.id = $1 and not exists (select 1 from created)`,
);

/** One person, for the office ($3), for themselves ($4) and for colleagues in $2. */
export const READ_PERSON = statement(
  'person-read',
  `select ${PERSON_COLUMNS} from person p
    where p.id = $1 and ($3::boolean or p.id = $4::uuid or exists (
      select 1 from membership m where m.person_id = p.id and m.organisation_id = $2 and m.ended_at is null))`,
);

/** Members of $1, or everybody; $4 after this id, $5 rows. */
export const LIST_PEOPLE = statement(
  'person-list',
  `select ${PERSON_COLUMNS} from person p
    where ($1::uuid is null or exists (
      select 1 from membership m where m.person_id = p.id and m.organisation_id = $1 and m.ended_at is null))
      and ($4::uuid is null or p.id > $4) order by p.id limit $5`,
);

/** Nothing comes back when there is no such person, or another version ($4) of the membership; 0: none that runs. */
export const SET_MEMBERSHIP = statement(
  'membership-set',
  `insert into membership (person_id, organisation_id, roles) select p.id, $2, $3::text[] from person p
     where p.id = $1 and p.erased_at is null and ($4::integer = 0 or exists (
       select from membership m where m.person_id = $1 and m.organisation_id = $2 and m.version = $4))
   on conflict (person_id, organisation_id) do update set roles = excluded.roles, ended_at = null,
     created_at = case when membership.ended_at is null then membership.created_at else now() end
     where case when $4 = 0 then membership.ended_at is not null
       else membership.ended_at is null and membership.version = $4 end
   returning person_id`,
);
export const END_MEMBERSHIP = statement(
  'membership-end',
  `update membership set ended_at = now() where person_id = $1 and organisation_id = $2 and ended_at is null
   returning person_id`,
);

export const READ_ME = statement(
  'person-me',
  `select p.id, p.name, p.language, o.id as "organisationId", o.kind as "organisationKind", o.name as "organisationName",
          (select jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'name', b.name, 'roles', m.roles) order by m.created_at, b.id)
             from membership m join organisation b on b.id = m.organisation_id
            where m.person_id = p.id and m.ended_at is null) as organisations
     from person p, organisation o where p.id = $1 and o.id = $2`,
);
