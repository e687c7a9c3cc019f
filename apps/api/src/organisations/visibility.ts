import { announces, shownInstead, standing } from '#persistence';

/**
 * SQL: whether organisation `o` may be seen by the organisation $2, or by the programme office ($3). Those who share a
 * case see each other, but one buyer does not see another. A supplier finds every buyer, to give it consent. A firm that is
 * on a visit nobody announced is not seen, but the one before it. The policies say the same.
 */
export const VISIBLE = `($3::boolean or o.id = $2::uuid
 or (o.kind = 'buyer' and exists (select 1 from organisation me where me.id = $2 and me.kind = 'supplier'))
 or exists (
  select 1 from qualification_party mine join qualification_party theirs on theirs.qualification_id = mine.qualification_id
   where mine.organisation_id = $2 and theirs.organisation_id = o.id
     and not (mine.relation = 'buyer' and theirs.relation = 'buyer') and ${standing('mine')} and ${standing('theirs')} and not ${announces('theirs')})
 or exists (select 1 from qualification_party mine
   where mine.organisation_id = $2 and ${standing('mine')} and ${shownInstead('mine', 'o.id')}))`;
