import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveillance visits: who reads their answers, and that nobody learns from the access log of one that is not announced. */
export class WatchQualifications1764200100000 implements MigrationInterface {
  name = 'WatchQualifications1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy "access_log_surveillance" on "access_log"');
    await runner.query('drop policy "fact_select_for_auditors" on "fact"');
    await runner.query('drop policy "fact_select_surveillance" on "fact"');
  }
}

const UP = [
  // Whoever takes a visit or an audit over reads what a colleague of another firm wrote before.
  `create policy "fact_select_surveillance" on "fact" for select to selvedge_app
     using ((paper like 'surveillance:%' or paper in ('payroll-sample', 'audit-corrections'))
       and (select acting_kind()) = 'audit-firm' and sees_case(qualification_id))`,
  // On top of the policies that say who reads facts at all: what a supplier is paid to, and what its goods cost it, are
  // nothing that an audit looks at.
  `create policy "fact_select_for_auditors" on "fact" as restrictive for select to selvedge_app
     using ((select acting_kind()) is distinct from 'audit-firm' or item not in ('bank', 'cost-sheets')
       or (acting_case() is not null and qualification_id = (select case_at_work())))`,
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
