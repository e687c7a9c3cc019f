import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

/** Owners, addresses, accounts and advice that firms have in common; and what came of looking at an audit once more. */
export class CompareInterests1764201100000 implements MigrationInterface {
  name = 'CompareInterests1764201100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const OWN = `organisation_id = ${ORGANISATION}`;
/** Suppliers do so in their applications, the office is no party to a case. */
const DECLARES = `(${OWN} and (select acting_kind()) in ('audit-firm', 'buyer'))`;
const OF_OWN_CASE = `(${OWN} or ${OFFICE}) and exists (
  select from qualification q where q.id = qualification_id and q.supplier_id = organisation_id)`;

const TABLES = [
  `create table "interest_declaration" (
    "organisation_id" uuid primary key references "organisation" ("id"),
    "version" integer not null default 1,
    "declared_by" uuid not null,
    "declared_at" timestamptz not null default now()
  )`,
  // What is compared is kept as a keyed index; in the clear there are only ids, numbers and dates of firms.
  `create table "interest" (
    "id" bigint generated always as identity primary key,
    "organisation_id" uuid not null references "organisation" ("id"),
    "kind" text not null check ("kind" in ('owner', 'director', 'address', 'account', 'consulted')),
    "source" text not null,
    "index" bytea,
    "consulted_id" uuid,
    "consulted_tin" text,
    "until" date,
    "qualification_id" uuid references "qualification" ("id"),
    "item" text,
    "subject" text,
    "recorded_at" timestamptz not null default now(),
    constraint "interest_source_check" check ("source" in ('declared', 'application')),
    constraint "interest_index_check" check (("index" is null) = ("kind" = 'consulted')),
    constraint "interest_consulted_check" check (("kind" = 'consulted') = (num_nonnulls("consulted_id", "consulted_tin") = 1)),
    constraint "interest_application_check" check (("source" = 'application') = ("qualification_id" is not null))
  )`,
  `create index "interest_by_organisation" on "interest" ("organisation_id", "kind")`,
  `create index "interest_by_index" on "interest" ("index", "organisation_id")`,
  `create index "interest_by_case" on "interest" ("qualification_id", "item")`,
  `create table "shadow_audit" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "submission" integer not null check ("submission" > 0),
    "looked_by" uuid not null,
    "organisation_id" uuid not null references "organisation" ("id"),
    "visited_on" date not null,
    "verdict" text not null check ("verdict" in ('agrees', 'differs')),
    "items" text[] not null,
    "recorded_by" uuid not null,
    "recorded_at" timestamptz not null default now(),
    primary key ("qualification_id", "submission"),
    constraint "shadow_audit_items_check" check (("verdict" = 'differs') = (cardinality("items") > 0))
  )`,
  `create index "shadow_audit_by_organisation" on "shadow_audit" ("organisation_id")`,
  `create index "qualification_audited" on "qualification" ("case_number") where "state"->'audit'->>'phase' = 'submitted'`,
  ...protect('interest_declaration', {
    select: `${OFFICE} or ${OWN}`,
    insert: `${DECLARES} and declared_by = ${PERSON}`,
    update: `${DECLARES} and declared_by = ${PERSON}`,
  }),
  ...protect('interest', {
    select: `${OFFICE} or ${OWN}`,
    insert: `case source when 'declared' then ${DECLARES} else ${OF_OWN_CASE} end`,
    // The office erases; whoever declares anew takes back what was declared before.
    delete: `${OFFICE} or ${OWN}`,
  }),
  // Nobody else learns which audits were drawn, the audited and their auditors least of all.
  ...protect('shadow_audit', {
    select: OFFICE,
    insert: `${OFFICE} and recorded_by = ${PERSON}`,
  }),
];

/** The national number, with or without country code or leading zero. */
const PHONE = (value: string): string =>
  `regexp_replace(regexp_replace(${value}, '\\D', '', 'g'), '^(?:(?:00)?855)?0?', '')`;
const TIN = (value: string): string => `upper(regexp_replace(${value}, '[^0-9A-Za-z]', '', 'g'))`;
/** A membership that runs, or ended less than 24 months ago (domain 2.3). */
const RECENT = (membership: string): string =>
  `(${membership}.ended_at is null or ${membership}.ended_at > now() - interval '24 months')`;
/** Of this case, of one that is not over, or declared: what another case said that is over may no longer be so. */
const HOLDS = (i: string): string => `(${i}.qualification_id is null or ${i}.qualification_id = p_case
  or exists (select from qualification q where q.id = ${i}.qualification_id and not q.over))`;

/** What the first version told. */
const SIMPLE = `select 'shared-phone', party.id from party, firm where ${PHONE('party.phone')} = ${PHONE('firm.phone')}
   union select 'shared-tin', party.id from party, firm where ${TIN('party.tin')} = ${TIN('firm.tin')}
   union select 'auditor-worked-there', m.organisation_id from membership m join party on party.id = m.organisation_id
     where m.person_id = p_auditor and p_firm is not null and ${RECENT('m')}
   union select 'shared-people', theirs.organisation_id
     from membership ours join membership theirs using (person_id) join party on party.id = theirs.organisation_id
     where ours.organisation_id = p_firm and ours.person_id <> p_auditor
       and ${RECENT('ours')} and ${RECENT('theirs')}`;
/** Indexes of one thing are equal when the thing is: kinds that are not compared have other keys. */
const COMPARED = `union select case when ours.kind in ('owner', 'director') then 'shared-owner' else 'shared-' || ours.kind end, party.id
     from interest ours join interest theirs on theirs.index = ours.index join party on party.id = theirs.organisation_id
     where ours.organisation_id = p_firm and ${HOLDS('theirs')}
   union select 'consulting', party.id from interest ours
     join party on party.id = ours.consulted_id or ${TIN('party.tin')} = ${TIN('ours.consulted_tin')}
     where ours.organisation_id = p_firm and ours.kind = 'consulted'
       and (ours.until is null or ours.until > current_date - interval '24 months')`;

const tiesOf = (ties: string): readonly string[] =>
  across(
    'ties_of_auditor(p_case uuid, p_auditor uuid, p_firm uuid)',
    'table (kind text, organisation_id uuid)',
    `with party as (
     select distinct o.id, o.phone, o.tin from qualification_party p join organisation o on o.id = p.organisation_id
      where p.qualification_id = p_case and p.relation in ('supplier', 'buyer') and o.id <> p_firm
        and (acting_for_office() or acting_case() = p_case)),
   firm as (select phone, tin from organisation where id = p_firm)
   ${ties} order by 1, 2`,
  );

/** What stands in nobody's way, and should be known: buyers that an owner of the supplier has a part in, and who never declared. */
const NOTICES = across(
  'notices_of_case(p_case uuid, p_firm uuid)',
  'table (kind text, organisation_id uuid)',
  `with party as (
     select distinct organisation_id as id, relation from qualification_party
      where qualification_id = p_case and relation in ('supplier', 'buyer') and acting_for_office()),
   asked as (
     select id from party where relation = 'buyer'
     union select id from organisation where id = p_firm and kind = 'audit-firm' and acting_for_office())
   select 'related-buyer', buyer.id from party buyer join interest theirs on theirs.organisation_id = buyer.id
     join interest own on own.index = theirs.index join party supplier on supplier.id = own.organisation_id
     where buyer.relation = 'buyer' and supplier.relation = 'supplier' and theirs.kind in ('owner', 'director') and ${HOLDS('own')}
   union select 'undeclared', id from asked
     where not exists (select from interest_declaration d where d.organisation_id = asked.id)
   order by 1, 2`,
);

const UP = [...TABLES, ...tiesOf(`${SIMPLE} ${COMPARED}`), ...NOTICES];

const DOWN = [
  ...dropFunctions('notices_of_case(uuid, uuid)'),
  ...tiesOf(SIMPLE),
  'drop index "qualification_audited"',
  'drop table "shadow_audit"',
  'drop table "interest"',
  'drop table "interest_declaration"',
];
