import { ACTING_ROLES, LOG_COLUMNS, standing, statement, THIS_HOUR, WHO_ACTS } from '#persistence';

/**
 * Orders of the buyer $1 in column $2 of its board, or in all, after the place $3, $4, $5, so many $6. The supplier of each
 * that is shown is told who looked; the last row only tells that there is more.
 */
const board = (after: '>' | '<'): string => {
  const order = (due: string, id: string, pilot: string): string =>
    [due, id, pilot].map((column) => (after === '<' ? `${column} desc` : column)).join(', ');
  return `with page as (
     select q.id, q.case_number as "caseNumber", q.state, q.opened_at as "openedAt", q.updated_at as "updatedAt",
         s.name as "siteName", o.name as "supplierName", consented_sections(q.id) as sections, array['buyer'] as relations,
         b.id as "pilotId", b.due_at as "dueAt"
       from pilot_order b join qualification q on q.id = b.qualification_id
       join organisation o on o.id = q.supplier_id
       left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)
      where b.buyer_id = $1 and ($2::text is null or b.board = $2)
        and ($3::timestamptz is null or (b.due_at, b.qualification_id, b.id) ${after} ($3, $4::uuid, $5::uuid))
        and exists (select from qualification_party p where p.qualification_id = q.id and p.organisation_id = $1
          and p.relation = 'buyer' and ${standing('p')})
      order by ${order('b.due_at', 'b.qualification_id', 'b.id')} limit $6),
   told as (insert into access_log (${LOG_COLUMNS})
     select distinct shown.id, ${WHO_ACTS}, 'buyer', ${ACTING_ROLES}, 'listPilotBoard', '', ${THIS_HOUR}
       from (select id from page order by ${order('"dueAt"', 'id', '"pilotId"')} limit $6 - 1) shown
     on conflict do nothing)
   select * from page order by ${order('"dueAt"', 'id', '"pilotId"')}`;
};

/** What is due first comes first. */
export const BOARD = statement('pilot-board', board('>'));
/** The latest first: of what is done. */
export const BOARD_LATEST = statement('pilot-board-latest', board('<'));
