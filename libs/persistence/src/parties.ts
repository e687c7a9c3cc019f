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
