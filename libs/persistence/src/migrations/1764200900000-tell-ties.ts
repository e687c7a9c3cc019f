import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions } from './security.js';

/** Whoever is to audit a supplier must have nothing to do with it, nor with those who buy from it. */
export class TellTies1764200900000 implements MigrationInterface {
  name = 'TellTies1764200900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of dropFunctions('ties_of_auditor(uuid, uuid, uuid)')) await runner.query(statement);
  }
}

/** The national number, with or without country code or leading zero. */
const PHONE = (value: string): string =>
  `regexp_replace(regexp_replace(${value}, '\\D', '', 'g'), '^(?:(?:00)?855)?0?', '')`;
const TIN = (value: string): string => `upper(regexp_replace(${value}, '[^0-9A-Za-z]', '', 'g'))`;
/** A membership that runs, or ended less than 24 months ago (domain 2.3). */
const RECENT = (membership: string): string =>
  `(${membership}.ended_at is null or ${membership}.ended_at > now() - interval '24 months')`;

const UP = across(
  'ties_of_auditor(p_case uuid, p_auditor uuid, p_firm uuid)',
  'table (kind text, organisation_id uuid)',
  `with party as (
     select distinct o.id, o.phone, o.tin from qualification_party p join organisation o on o.id = p.organisation_id
      where p.qualification_id = p_case and p.relation in ('supplier', 'buyer') and o.id <> p_firm
        and (acting_for_office() or acting_case() = p_case)),
   firm as (select phone, tin from organisation where id = p_firm)
   select 'shared-phone', party.id from party, firm where ${PHONE('party.phone')} = ${PHONE('firm.phone')}
   union select 'shared-tin', party.id from party, firm where ${TIN('party.tin')} = ${TIN('firm.tin')}
   union select 'auditor-worked-there', m.organisation_id from membership m join party on party.id = m.organisation_id
     where m.person_id = p_auditor and p_firm is not null and ${RECENT('m')}
   union select 'shared-people', theirs.organisation_id
     from membership ours join membership theirs using (person_id) join party on party.id = theirs.organisation_id
     where ours.organisation_id = p_firm and ours.person_id <> p_auditor
       and ${RECENT('ours')} and ${RECENT('theirs')}
   order by 1, 2`,
);
