import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of surveillance visits: whoever takes a visit over reads what a colleague of another firm wrote before. */
export class WatchQualifications1764200100000 implements MigrationInterface {
  name = 'WatchQualifications1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy "fact_select_surveillance" on "fact" for select to selvedge_app
      using (paper like 'surveillance:%' and (select acting_kind()) = 'audit-firm' and sees_case(qualification_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy "fact_select_surveillance" on "fact"');
  }
}
