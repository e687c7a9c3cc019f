import type { AuditorSkills, Facts, Hand, Tie } from '#domain';
import { EARLIER_AUDITORS } from './auditor-quality.js';
import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';

export interface CandidateRow extends Hand {
  readonly name: string;
  readonly language: string;
  readonly firmName: string;
  readonly skills: AuditorSkills | null;
  /** Cases in which something waits for them. */
  readonly open: number;
  readonly nextVisitOn: string | null;
  readonly memberships: NonNullable<Facts['person']>['memberships'];
  readonly ties: readonly Tie[] | null;
  readonly declared: boolean;
  readonly earlier: readonly Hand[] | null;
  /** Of the site of the case. */
  readonly province: string;
}
export interface CandidatePosition extends Hand {
  readonly open: number;
}
const FIRST: CandidatePosition = { open: -1, personId: OFFICE, organisationId: OFFICE };

/** $1 case; auditors after so many open cases $2, person $3 and firm $4; $5 rows. Ties are asked of one page only. */
const CANDIDATES = statement(
  'auditor-candidates',
  `with able as (
     select m.person_id, m.organisation_id, o.name as firm,
       (select count(distinct t.qualification_id)::int from task t
         where t.organisation_id = m.organisation_id and t.person_id = m.person_id and t.role = 'auditor') as open
       from organisation o join membership m on m.organisation_id = o.id and m.ended_at is null and 'auditor' = any(m.roles)
      where o.kind = 'audit-firm'),
   page as (
     select * from able where (open, person_id, organisation_id) > ($2::integer, $3::uuid, $4::uuid)
      order by open, person_id, organisation_id limit $5)
   select a.person_id as "personId", a.organisation_id as "organisationId", p.name, p.language, a.firm as "firmName", a.open,
     (select jsonb_build_object('languages', languages, 'categories', categories, 'provinces', provinces)
        from auditor_skills where person_id = a.person_id) as skills,
     (select min(q.visit_on) from task t join qualification q on q.id = t.qualification_id
       where t.organisation_id = a.organisation_id and t.person_id = a.person_id and t.role = 'auditor'
         and q.visit_on >= current_date) as "nextVisitOn",
     (select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles))
        from membership m join organisation o on o.id = m.organisation_id
       where m.person_id = a.person_id and m.ended_at is null) as memberships,
     (select jsonb_agg(jsonb_build_object('kind', kind, 'organisationId', organisation_id))
        from ties_of_auditor($1, a.person_id, a.organisation_id)) as ties,
     exists (select from interest_declaration d where d.organisation_id = a.organisation_id) as declared,
     c.earlier, c.province
     from page a join person p on p.id = a.person_id
     cross join (select ${EARLIER_AUDITORS} as earlier, (select s.province from qualification q join site s on s.id = q.site_id
         where q.id = $1) as province) c
    order by a.open, a.person_id, a.organisation_id`,
);

/** Everybody who audits for a firm, those with the least to do first, and what the rules judge an assignment by. */
export const listCandidates = (
  db: Database,
  actor: SqlActor,
  qualificationId: string,
  page: { readonly after?: CandidatePosition | undefined; readonly limit: number },
): Promise<readonly CandidateRow[]> => {
  const { open, personId, organisationId } = page.after ?? FIRST;
  const values = [qualificationId, open, personId, organisationId, page.limit];
  return db.run<CandidateRow & Row>(actor, CANDIDATES, values);
};
