import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across } from './security.js';

/** The supplier sees the sample that a buyer named in the terms of its order: what the goods are held against. */
export class ShowSamples1764200300000 implements MigrationInterface {
  name = 'ShowSamples1764200300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of seenLinks(`or ${AGREED_SAMPLE}`)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of seenLinks('')) await runner.query(statement);
  }
}

/** Of other documents that a buyer keeps at a lot, the supplier learns nothing, as before. */
const AGREED_SAMPLE = `(p.relation = 'supplier' and l.target = 'pilot-lot'
      and q.state#>array['pilots', split_part(l.item, ':', 1), 'terms', 'approvedSample'] ? d.id::text)`;

/** As when documents began to be kept, and what is given here beside it. */
const readsLink = (further: string): string => `(
  (p.relation = 'supplier' and l.target = 'answer' and q.state->'audit'->>'phase' = 'submitted'
      and not 'assessment' = any(q.closed_seals))
  ${further}
  or (p.relation = 'audit-firm' and l.target in ('section', 'certificate', 'corrective-action', 'answer'))
  or (p.relation = 'buyer' and 'documents' = any(consented_sections(q.id))
      and case l.target when 'certificate' then 'certificates' when 'section' then l.item end = any(consented_sections(q.id)))
  or (p.relation = 'buyer' and l.target = 'pilot-lot'
      and q.state->'pilots'->split_part(l.item, ':', 1)->>'buyerId' = acting_organisation()::text))`;

const ABOUT_CHILDREN = `exists (select from document_link c join qualification cq on cq.id = c.qualification_id
    join scheme_version v on v.id = cq.scheme_version_id
   where c.document_id = p_document and c.target = 'answer' and (c.item = 'SL-01'
     or cq.state#>'{safeguarding,items}' ? c.item
     or exists (select from jsonb_array_elements(v.content#>'{checklist,items}') i
                 where i->>'id' = c.item and i->>'safeguarding' = 'child')))`;

const seenLinks = (further: string): string[] =>
  across(
    'seen_links(p_document uuid)',
    'setof uuid',
    `select l.id from document_link l join document d on d.id = l.document_id join qualification q on q.id = l.qualification_id
       join qualification_party p on p.qualification_id = q.id and p.organisation_id = acting_organisation()
      where l.document_id = p_document and l.ended_at is null and d.status in ('quarantined', 'available') and ${readsLink(further)}
        and (p.relation = 'audit-firm' or not ${ABOUT_CHILDREN})`,
  );
