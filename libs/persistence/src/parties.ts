/**
 * SQL: what party `p` of a case needs beside its row: who is one by consent alone is one as long as the consent is in
 * force. Policies ask the same; statements say it too, so that each wall stands without the other.
 */
export const standing = (p: string): string =>
  `(not ${p}.by_consent or consent_in_force(${p}.qualification_id, ${p}.organisation_id))`;

/** SQL: the relations of the acting organisation to case `q`, one a row; none: it may not know that the case exists. */
export const RELATION_OF_ACTOR = `select p.relation from qualification_party p
     where p.qualification_id = q.id and p.organisation_id = acting_organisation() and ${standing('p')}
    union all select 'programme-office' where acting_for_office()`;

/** SQL: visits of case `q` that nobody announced and nobody has concluded yet, as `v`. */
const SECRET_VISITS = `jsonb_each(coalesce(q.state #> '{surveillance,visits}', '{}')) v(id, visit)
   where v.id like 'u%' and v.visit->>'phase' in ('assigned', 'submitted')`;
/** SQL: whether party `p` is a firm whose being there would announce such a visit. */
export const announces = (p: string): string => `(${p}.relation = 'audit-firm' and exists (
  select from qualification q, ${SECRET_VISITS} and q.id = ${p}.qualification_id
     and ${p}.organisation_id::text is distinct from v.visit #>> '{before,organisationId}'))`;
/** SQL: whether `organisation` is the firm that is shown instead in the case of party `p`: the one before. */
export const shownInstead = (p: string, organisation: string): string => `exists (
  select from qualification q, ${SECRET_VISITS} and q.id = ${p}.qualification_id
     and ${organisation}::text = v.visit #>> '{before,organisationId}')`;

/**
 * SQL: the grade of case `q` as supplier and buyers are told it: of its qualification, before that of an assessment that is
 * not sealed any more. Which buyer may see it, its consent says.
 */
export const TOLD_GRADE = `coalesce(q.state #>> '{validity,grade}',
  case when 'assessment' <> all (q.closed_seals) then q.state #>> '{audit,current,grade}' end)`;
