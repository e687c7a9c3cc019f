import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across } from './security.js';

/** Surveillance visits: who reads their answers, and that nobody learns from the access log of one that is not announced. */
export class WatchQualifications1764200100000 implements MigrationInterface {
  name = 'WatchQualifications1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of seesOrganisation('', '')) await runner.query(statement);
    await runner.query('drop policy "access_log_surveillance" on "access_log"');
    await runner.query('drop policy "fact_revision_select_bank" on "fact_revision"');
    await runner.query('drop policy "fact_select_for_auditors" on "fact"');
    await runner.query('drop policy "fact_select_surveillance" on "fact"');
  }
}

const standing = (p: string): string =>
  `and (not ${p}.by_consent or consent_in_force(${p}.qualification_id, ${p}.organisation_id))`;
/** As when consent got a scope, with what is given here beside it. */
const seesOrganisation = (hides: string, shows: string): readonly string[] =>
  across(
    'sees_organisation(p_organisation uuid, p_kind text)',
    'boolean',
    `select p_organisation = acting_organisation() or acting_for_office()
       or (p_kind = 'buyer' and acting_kind() = 'supplier')
       or exists (select from qualification_party mine join qualification_party theirs using (qualification_id)
           where mine.organisation_id = acting_organisation() and theirs.organisation_id = p_organisation
             and not (mine.relation = 'buyer' and theirs.relation = 'buyer')
             ${standing('mine')} ${standing('theirs')} ${hides}) ${shows}
       or exists (select from qualification where id = case_at_work() and supplier_id = p_organisation)`,
  );
const SECRET_VISITS = `jsonb_each(coalesce(q.state #> '{surveillance,visits}', '{}')) v(id, visit)
   where v.id like 'u%' and v.visit->>'phase' in ('assigned', 'submitted')`;
/** A firm that is on a visit nobody announced would announce it: the one before it is shown instead. */
const HIDES_VISITOR = `and not (theirs.relation = 'audit-firm' and exists (select from qualification q, ${SECRET_VISITS}
  and q.id = theirs.qualification_id and theirs.organisation_id::text is distinct from v.visit #>> '{before,organisationId}'))`;
const SHOWS_FORMER = `or exists (select from qualification_party mine join qualification q on q.id = mine.qualification_id, ${SECRET_VISITS}
  and mine.organisation_id = acting_organisation() ${standing('mine')}
  and p_organisation::text = v.visit #>> '{before,organisationId}')`;

const UP = [
  ...seesOrganisation(HIDES_VISITOR, SHOWS_FORMER),
  // Whoever takes a visit or an audit over reads what a colleague of another firm wrote before.
  `create policy "fact_select_surveillance" on "fact" for select to selvedge_app
     using ((paper like 'surveillance:%' or paper in ('payroll-sample', 'audit-corrections'))
       and (select acting_kind()) = 'audit-firm' and sees_case(qualification_id))`,
  // On top of the policies that say who reads facts at all: what a supplier is paid to, and what its goods cost it, are
  // nothing that an audit looks at.
  `create policy "fact_select_for_auditors" on "fact" as restrictive for select to selvedge_app
     using ((select acting_kind()) is distinct from 'audit-firm' or item not in ('bank', 'cost-sheets')
       or (acting_case() is not null and qualification_id = (select case_at_work())))`,
  // A buyer that may know the account reads the one in force, not one that nobody has confirmed yet.
  `create policy "fact_revision_select_bank" on "fact_revision" for select to selvedge_app
     using (paper = 'compliance' and item = 'bank' and (select acting_kind()) = 'buyer'
       and 'bank' = any(consented_sections(qualification_id)) and exists (select from qualification q
         where q.id = fact_revision.qualification_id and q.state #>> '{bankAccount,revision}' = fact_revision.id::text))`,
  // On top of the policies that say who reads the log at all.
  `create policy "access_log_surveillance" on "access_log" as restrictive for select to selvedge_app
     using ((select acting_for_office()) or (
       operation not in ('listSurveillanceAnswers', 'writeSurveillanceAnswer') and not exists (
         select from qualification q, jsonb_each(coalesce(q.state #> '{surveillance,visits}', '{}')) v(id, visit)
          where q.id = access_log.qualification_id and access_log.relation = 'audit-firm'
            and v.id like 'u%' and v.visit->>'phase' in ('assigned', 'submitted')
            and access_log.organisation_id::text = q.state #>> '{audit,auditor,organisationId}'
            and access_log.organisation_id::text is distinct from v.visit #>> '{before,organisationId}')))`,
];
