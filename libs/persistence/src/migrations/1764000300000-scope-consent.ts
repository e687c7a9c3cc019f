import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect, replacePolicy } from './security.js';

/** Consent has a scope and an end, and whoever of another organisation reads a case leaves a trace. */
export class ScopeConsent1764000300000 implements MigrationInterface {
  name = 'ScopeConsent1764000300000';

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
const KIND = '(select acting_kind())';
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';
const SEES = `(${WITHIN} or sees_case(qualification_id))`;

const TABLES = [
  `create table "consent" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "buyer_id" uuid not null references "organisation" ("id"),
    "sections" text[] not null check (cardinality("sections") > 0),
    "given_at" timestamptz not null,
    "valid_until" timestamptz not null,
    "ended_at" timestamptz,
    primary key ("qualification_id", "buyer_id")
  )`,
  `create index "consent_by_buyer" on "consent" ("buyer_id", "qualification_id")`,
  `create table "access_log" (
    "id" bigint generated always as identity primary key,
    "qualification_id" uuid not null references "qualification" ("id"),
    "organisation_id" uuid not null,
    "organisation_name" text not null,
    "person_id" uuid not null,
    "relation" text not null check ("relation" in ('audit-firm', 'buyer', 'programme-office')),
    "roles" text[] not null,
    "operation" text not null,
    "item" text not null default '',
    "hour" timestamptz not null
  )`,
  `create unique index "access_log_once" on "access_log" ("qualification_id", "organisation_id", "person_id", "operation", "item", "hour")`,
  `create index "access_log_in_order" on "access_log" ("qualification_id", "id")`,
  `create trigger "access_log_append_only" before update or delete or truncate on "access_log"
     for each statement execute function "refuse_change"()`,
  // True for a buyer that is party by nothing but the supplier's consent.
  `alter table "qualification_party" add column "by_consent" boolean not null default false`,
];

/** The sections that were open to every buyer with consent until now, and how long consent lasts from now on. */
const BACKFILL = [
  'set local role selvedge_across',
  // Consent ends with the case: nobody can take it back from one that is closed.
  `insert into consent (qualification_id, buyer_id, sections, given_at, valid_until, ended_at)
   select q.id, b.id::uuid, '{profile,site,capacity,certificates,audit-result,findings,corrective-actions,compliance-verdicts}',
          coalesce(j.at, q.opened_at), coalesce(j.at, q.opened_at) + interval '365 days',
          case when q.stage = 'closed' then q.case_time end
     from qualification q, jsonb_array_elements_text(q.state->'consents') b(id), lateral (
       select max(occurred_at) as at from journal_entry
        where qualification_id = q.id and payload::jsonb->>'command' = 'grant-consent'
          and payload::jsonb->'params'->>'buyerId' = b.id) j`,
  `update qualification_party p set by_consent = true from qualification q
    where q.id = p.qualification_id and p.relation = 'buyer' and not q.state->'approvals' ? p.organisation_id::text
      and not exists (select from jsonb_each(q.state->'pilots') o(id, pilot) where pilot->>'buyerId' = p.organisation_id::text)`,
  'reset role',
];

/** One consent at this instant: it has an end that no clock needs to notice. */
const CONSENT = [
  ...across(
    'consent_in_force(p_case uuid, p_buyer uuid)',
    'boolean',
    `select exists (select from consent where qualification_id = p_case and buyer_id = p_buyer
        and ended_at is null and valid_until > now())`,
  ),
  ...across(
    'consented_sections(p_case uuid)',
    'text[]',
    `select coalesce((select sections from consent where qualification_id = p_case and buyer_id = acting_organisation()
        and ended_at is null and valid_until > now()), '{}')`,
  ),
];
/** Supplier, audit firm and office see all sections of a case; what they may do with them is said elsewhere. */
const SEES_SECTION = across(
  'sees_section(p_case uuid, p_section text)',
  'boolean',
  `select acting_for_office() or p_section = any(consented_sections(p_case)) or exists (
     select from qualification_party p where p.qualification_id = p_case and p.organisation_id = acting_organisation()
        and p.relation <> 'buyer')`,
);

type Standing = (party: string) => string;
const stands: Standing = (p) =>
  `and (not ${p}.by_consent or consent_in_force(${p}.qualification_id, ${p}.organisation_id))`;
const always: Standing = () => '';

/** Who is party to a case; `standing` says what a party by consent needs beside its row. */
const judgements = (standing: Standing): string[] => {
  const partyOf = (id: string): string => `select from qualification_party p
    where p.qualification_id = ${id} and p.organisation_id = acting_organisation() ${standing('p')}`;
  return [
    ...across(
      'case_at_work()',
      'uuid',
      `select acting_case() where acting_organisation() is null or acting_for_office()
         or exists (${partyOf('acting_case()')}) or not exists (select from qualification where id = acting_case())`,
    ),
    ...across(
      'sees_case(p_case uuid)',
      'boolean',
      `select exists (${partyOf('p_case')}) or acting_for_office()`,
    ),
    ...across(
      'sees_organisation(p_organisation uuid, p_kind text)',
      'boolean',
      `select p_organisation = acting_organisation() or acting_for_office()
         or (p_kind = 'buyer' and acting_kind() = 'supplier')
         or exists (select from qualification_party mine join qualification_party theirs using (qualification_id)
             where mine.organisation_id = acting_organisation() and theirs.organisation_id = p_organisation
               and not (mine.relation = 'buyer' and theirs.relation = 'buyer')
               ${standing('mine')} ${standing('theirs')})
         or exists (select from qualification where id = case_at_work() and supplier_id = p_organisation)`,
    ),
  ];
};
/** Where a site is, is a section too. */
const SEES_SITE = across(
  'sees_site(p_site uuid, p_supplier uuid)',
  'boolean',
  `select sees_organisation(p_supplier, 'supplier') and (acting_kind() is distinct from 'buyer'
     or exists (select from qualification where site_id = p_site and 'site' = any(consented_sections(id))))`,
);
const SEES_SITE_BEFORE = across(
  'sees_site(p_site uuid, p_supplier uuid)',
  'boolean',
  `select sees_organisation(p_supplier, 'supplier')`,
);

const readsFact = (item: string): string => `${OFFICE} or (${SEES} and (organisation_id = ${ORGANISATION}
  or ${WITHIN}
  or (${KIND} = 'supplier' and (paper in ('application', 'compliance') or paper like 'corrective-action:%'))
  or (${KIND} = 'audit-firm' and (paper in ('application', 'compliance', 'audit') or paper like 'corrective-action:%'))
  or (${KIND} = 'buyer' and paper in ('application', 'compliance') and ${item})))`;
const PARTY = `organisation_id = ${ORGANISATION} or (${SEES} and (relation <> 'buyer' or ${KIND} is distinct from 'buyer'))`;

const POLICIES = [
  ...protect('consent', {
    select: `${OFFICE} or owns_case(qualification_id) or ${WITHIN} or (buyer_id = ${ORGANISATION} and ${SEES})`,
    insert: WITHIN,
    update: WITHIN,
  }),
  ...protect('access_log', {
    // Who reads or writes what concerns children tells that there is something to read: the office alone sees it.
    select: `${OFFICE} or (owns_case(qualification_id) and operation not in ('listSafeguardingNotes', 'writeInterviewNote'))`,
    insert: `organisation_id = ${ORGANISATION} and person_id = ${PERSON} and ${SEES}`,
  }),
  ...replacePolicy('fact', 'select', readsFact('item = any(consented_sections(qualification_id))')),
  // Names of papers tell of findings.
  ...replacePolicy(
    'working_paper',
    'select',
    `${SEES} and (${KIND} is distinct from 'buyer' or organisation_id = ${ORGANISATION} or ${WITHIN})`,
  ),
  ...replacePolicy(
    'qualification_party',
    'select',
    `${WITHIN} or ((${PARTY}) and (not by_consent or consent_in_force(qualification_id, organisation_id)))`,
  ),
  ...replacePolicy('qualification_party', 'update', WITHIN),
];

const UP = [
  ...TABLES,
  ...CONSENT,
  ...SEES_SECTION,
  ...judgements(stands),
  ...SEES_SITE,
  ...POLICIES,
  ...BACKFILL,
];

const DOWN = [
  `drop policy "qualification_party_update" on "qualification_party"`,
  'revoke update on "qualification_party" from selvedge_app',
  ...replacePolicy('qualification_party', 'select', PARTY),
  ...replacePolicy('working_paper', 'select', SEES),
  ...replacePolicy('fact', 'select', readsFact(`item in ('profile', 'site', 'capacity', 'certificates')`)),
  ...SEES_SITE_BEFORE,
  ...judgements(always),
  'drop table "access_log"',
  ...dropFunctions('sees_section(uuid, text)', 'consented_sections(uuid)', 'consent_in_force(uuid, uuid)'),
  'drop table "consent"',
  'alter table "qualification_party" drop column "by_consent"',
];
