import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect, unprotect, type Policies } from './security.js';

/** Row-level security for the tables of the whole journey: a second wall behind the services. */
export class ProtectRows1763910000000 implements MigrationInterface {
  name = 'ProtectRows1763910000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const role = (name: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} nologin; end if;
  exception when duplicate_object or unique_violation then null; -- another database of this server was first
  end $$`;

/** The roles belong to the server, not to one database: they stay when this migration is taken back. */
const ROLES = [
  role('selvedge_app'),
  role('selvedge_across'),
  `do $$ begin
     if not pg_has_role(current_user, 'selvedge_across', 'set') then
       execute format('grant selvedge_across to %I with inherit false, set true', current_user);
     end if;
   end $$`,
  'grant usage on schema public to selvedge_app',
  'grant usage, create on schema public to selvedge_across',
  'grant usage on sequence "case_number" to selvedge_app',
];

const setting = (name: string, key: string): string =>
  `create function ${name}() returns uuid language sql stable parallel safe
     as $$ select nullif(current_setting('${key}', true), '')::uuid $$`;
/** Who acts: settings of the transaction. What is not set is null, and null sees nothing. */
const ACTING = [
  setting('acting_person', 'app.person'),
  setting('acting_organisation', 'app.organisation'),
  setting('acting_case', 'app.case'),
];

const partyOf = (id: string): string => `select from qualification_party p
  where p.qualification_id = ${id} and p.organisation_id = acting_organisation()`;
const JUDGEMENTS = [
  ...across('acting_kind()', 'text', 'select kind from organisation where id = acting_organisation()'),
  ...across(
    'acting_for_office()',
    'boolean',
    `select exists (select from organisation where id = acting_organisation() and kind = 'programme-office')`,
  ),
  // The one case that a commit or a check is about. Somebody it is done for must have to do with the case.
  // Without parameters, so that a statement asks once and not for each row.
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
    'owns_case(p_case uuid)',
    'boolean',
    `select exists (select from qualification where id = p_case and supplier_id = acting_organisation())`,
  ),
  // Those who share a case see each other, but one buyer does not see another; a supplier finds every buyer.
  ...across(
    'sees_organisation(p_organisation uuid, p_kind text)',
    'boolean',
    `select p_organisation = acting_organisation() or acting_for_office()
       or (p_kind = 'buyer' and acting_kind() = 'supplier')
       or exists (select from qualification_party mine join qualification_party theirs using (qualification_id)
           where mine.organisation_id = acting_organisation() and theirs.organisation_id = p_organisation
             and not (mine.relation = 'buyer' and theirs.relation = 'buyer'))
       or exists (select from qualification where id = case_at_work() and supplier_id = p_organisation)`,
  ),
  ...across(
    'sees_person(p_person uuid)',
    'boolean',
    `select p_person = acting_person() or acting_for_office() or exists (
       select from membership where person_id = p_person and organisation_id = acting_organisation())`,
  ),
  ...across(
    'sees_site(p_site uuid, p_supplier uuid)',
    'boolean',
    `select sees_organisation(p_supplier, 'supplier')`,
  ),
];

const TIN = (value: string): string => `upper(regexp_replace(${value}, '[^0-9A-Za-z]', '', 'g'))`;
/** The national number, with or without country code or leading zero. */
const PHONE = (value: string): string =>
  `regexp_replace(regexp_replace(${value}, '\\D', '', 'g'), '^(?:(?:00)?855)?0?', '')`;

/** Named work across organisations: ids and verdicts, never a row of somebody else's. */
const NAMED = [
  ...across(
    'actor_of_token(p_hash bytea)',
    'table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[])',
    `select t.person_id, o.id, o.kind, m.roles from api_token t
       join membership m on m.person_id = t.person_id and m.organisation_id = t.organisation_id and m.ended_at is null
       join organisation o on o.id = t.organisation_id
      where t.token_hash = p_hash and t.revoked_at is null and t.expires_at > now()`,
  ),
  ...across(
    'take_pending_commands()',
    'table (id uuid, qualification_id uuid)',
    `update command set attempts = attempts + 1, retry_at = now() + least(attempts + 1, 12) * interval '5 seconds'
      where id in (select id from command where status = 'pending' and retry_at <= now()
                    order by retry_at limit 20 for update skip locked)
     returning id, qualification_id`,
    { volatile: true },
  ),
  ...across(
    'open_office_task(p_id uuid, p_kind text, p_subject text)',
    'void',
    'insert into office_task (id, kind, subject) values (p_id, p_kind, p_subject) on conflict do nothing',
    { volatile: true },
  ),
  ...across(
    `likely_duplicates(p_organisation uuid, p_name text, p_tin text, p_phone text, p_latitude float8, p_longitude float8, p_within float8)`,
    `table (organisation_id uuid, same_name boolean, same_tin boolean, same_phone boolean, metres float8)`,
    `select o.id, o.normalised_name = p_name, coalesce(${TIN('o.tin')} = ${TIN('p_tin')}, false),
            coalesce(${PHONE('o.phone')} = ${PHONE('p_phone')}, false),
            min(2 * 6371008.8 * asin(least(1, sqrt(
              sin(radians(s.latitude - p_latitude) / 2) ^ 2
              + cos(radians(p_latitude)) * cos(radians(s.latitude)) * sin(radians(s.longitude - p_longitude) / 2) ^ 2))))
       from organisation o left join site s on s.supplier_id = o.id
      where o.kind = 'supplier' and o.id <> p_organisation
        and (o.normalised_name = p_name or o.tin = p_tin or o.phone = p_phone or o.id in (
          select supplier_id from site where latitude between p_latitude - p_within and p_latitude + p_within
             and longitude between p_longitude - p_within and p_longitude + p_within))
      group by o.id order by o.id limit 200`,
  ),
];

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const KIND = '(select acting_kind())';
const SIGNED_IN = `(${ORGANISATION} is not null or (select acting_case()) is not null)`;
const within = (id: string): string => `(acting_case() is not null and ${id} = (select case_at_work()))`;
const sees = (id: string): string => `(${within(id)} or sees_case(${id}))`;
const WITHIN = within('qualification_id');
const SEES = sees('qualification_id');

/** Sections of the application that a buyer with the supplier's consent may read. */
const FOR_BUYERS = `('profile', 'site', 'capacity', 'certificates')`;
const READS_FACT = `${OFFICE} or (${SEES} and (organisation_id = ${ORGANISATION}
  or ${WITHIN}
  or (${KIND} = 'supplier' and (paper in ('application', 'compliance') or paper like 'corrective-action:%'))
  or (${KIND} = 'audit-firm' and (paper in ('application', 'compliance', 'audit') or paper like 'corrective-action:%'))
  or (${KIND} = 'buyer' and paper in ('application', 'compliance') and item in ${FOR_BUYERS})))`;
const WRITES_FACT = `organisation_id = ${ORGANISATION} and written_by = ${PERSON} and ${SEES}`;

const POLICIES: Readonly<Record<string, Policies>> = {
  organisation: {
    select: 'sees_organisation(id, kind)',
    insert: OFFICE,
    update: `${OFFICE} or id = ${ORGANISATION} or exists (
      select from qualification q where q.id = (select acting_case()) and q.supplier_id = organisation.id)`,
  },
  person: { select: 'sees_person(id)', insert: OFFICE, update: `${OFFICE} or id = ${PERSON}` },
  membership: {
    select: `organisation_id = ${ORGANISATION} or person_id = ${PERSON} or ${OFFICE}`,
    insert: OFFICE,
    update: OFFICE,
  },
  api_token: {
    select: `person_id = ${PERSON} or ${OFFICE}`,
    insert: OFFICE,
    update: `person_id = ${PERSON} or ${OFFICE}`,
  },
  scheme: { select: SIGNED_IN, insert: OFFICE },
  scheme_version: { select: SIGNED_IN, insert: OFFICE },
  holiday_calendar: { select: SIGNED_IN, insert: OFFICE, update: OFFICE },
  site: {
    select: 'sees_site(id, supplier_id)',
    insert: `${OFFICE} or supplier_id = ${ORGANISATION}`,
    update: `${OFFICE} or supplier_id = ${ORGANISATION}`,
  },
  qualification: {
    select: sees('id'),
    insert: `${within('id')} and (${OFFICE} or supplier_id = ${ORGANISATION})`,
    update: within('id'),
  },
  qualification_party: {
    select: `organisation_id = ${ORGANISATION} or (${SEES} and (relation <> 'buyer' or ${KIND} is distinct from 'buyer'))`,
    insert: WITHIN,
    delete: WITHIN,
  },
  command: {
    select: `organisation_id = ${ORGANISATION} or ${WITHIN}`,
    insert: `organisation_id = ${ORGANISATION} or ${WITHIN}`,
    update: WITHIN,
  },
  journal_entry: { select: `${OFFICE} or owns_case(qualification_id) or ${WITHIN}`, insert: WITHIN },
  outbox_event: { select: `${OFFICE} or ${WITHIN}`, insert: WITHIN },
  working_paper: {
    select: SEES,
    insert: WITHIN,
    // A writer of facts locks its open paper `for share`, which wants the right to update; only a decision changes it.
    update: { using: SEES, check: WITHIN },
  },
  fact: {
    select: READS_FACT,
    insert: WRITES_FACT,
    // Whoever may write a paper may change what a colleague, or the office for the supplier, wrote into it.
    update: { using: SEES, check: WRITES_FACT },
  },
  fact_revision: { select: `${OFFICE} or ${WITHIN}`, insert: WRITES_FACT },
  note: {
    select: `${OFFICE} or ${WITHIN} or (organisation_id = ${ORGANISATION} and ${SEES})`,
    insert: `organisation_id = ${ORGANISATION} and written_by = ${PERSON} and ${SEES}`,
  },
  compliance_check_run: {
    select: `${OFFICE} or owns_case(qualification_id) or ${WITHIN}`,
    insert: WITHIN,
  },
  task: {
    select: `organisation_id = ${ORGANISATION} or ${OFFICE} or ${WITHIN}`,
    insert: WITHIN,
    update: WITHIN,
    delete: WITHIN,
  },
  office_task: { select: OFFICE, update: OFFICE },
};

const each = (make: (table: string, policies: Policies) => string[]): string[] =>
  Object.entries(POLICIES).flatMap(([table, policies]) => make(table, policies));

const UP = [...ROLES, ...ACTING, ...JUDGEMENTS, ...NAMED, ...each(protect)];

const DOWN = [
  ...each(unprotect),
  ...dropFunctions(
    'likely_duplicates(uuid, text, text, text, float8, float8, float8)',
    'open_office_task(uuid, text, text)',
    'take_pending_commands()',
    'actor_of_token(bytea)',
    'sees_site(uuid, uuid)',
    'sees_person(uuid)',
    'sees_organisation(uuid, text)',
    'owns_case(uuid)',
    'sees_case(uuid)',
    'case_at_work()',
    'acting_for_office()',
    'acting_kind()',
  ),
  'drop function acting_case()',
  'drop function acting_organisation()',
  'drop function acting_person()',
  'revoke all on sequence "case_number" from selvedge_app',
  'revoke all on schema public from selvedge_app, selvedge_across',
];
