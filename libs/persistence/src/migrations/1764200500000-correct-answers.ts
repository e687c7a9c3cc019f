import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, ACROSS } from './security.js';

/** Evidence of what was wrong with a submitted answer: for the audit firm and the office, never the supplier's or a buyer's. */
export class CorrectAnswers1764200500000 implements MigrationInterface {
  name = 'CorrectAnswers1764200500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const targets = (names: readonly string[]): readonly string[] => [
  'alter table "document_link" drop constraint "document_link_target_check"',
  `alter table "document_link" add constraint "document_link_target_check"
     check ("target" in (${names.map((name) => `'${name}'`).join(', ')}))`,
];
const BEFORE = ['section', 'answer', 'corrective-action', 'certificate', 'pilot-lot', 'inspection'];
const NOW = [
  'section',
  'answer',
  'correction',
  'corrective-action',
  'certificate',
  'pilot-lot',
  'inspection',
];

/** As it was, with the targets that an audit firm reads and those where an item of a child may stand. */
const seenLinks = (forAuditors: readonly string[], aboutItems: readonly string[]): readonly string[] => {
  const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
  return across(
    'seen_links(p_document uuid)',
    'setof uuid',
    `select l.id from document_link l join document d on d.id = l.document_id join qualification q on q.id = l.qualification_id
       join qualification_party p on p.qualification_id = q.id and p.organisation_id = acting_organisation()
      where l.document_id = p_document and l.ended_at is null and d.status in ('quarantined', 'available') and (
        (p.relation = 'supplier' and l.target = 'answer' and q.state->'audit'->>'phase' = 'submitted'
            and not 'assessment' = any(q.closed_seals))
        or (p.relation = 'supplier' and l.target = 'pilot-lot'
            and q.state#>array['pilots', split_part(l.item, ':', 1), 'terms', 'approvedSample'] ? d.id::text)
        or (p.relation = 'audit-firm' and l.target in (${list(forAuditors)}))
        or (p.relation = 'buyer' and 'documents' = any(consented_sections(q.id))
            and case l.target when 'certificate' then 'certificates' when 'section' then l.item end = any(consented_sections(q.id)))
        or (p.relation = 'buyer' and l.target = 'pilot-lot'
            and q.state->'pilots'->split_part(l.item, ':', 1)->>'buyerId' = acting_organisation()::text))
        and (p.relation = 'audit-firm' or not exists (
          select from document_link c join qualification cq on cq.id = c.qualification_id
            join scheme_version v on v.id = cq.scheme_version_id
           where c.document_id = p_document and c.target in (${list(aboutItems)}) and (c.item = 'SL-01'
             or cq.state#>'{safeguarding,items}' ? c.item
             or exists (select from jsonb_array_elements(v.content#>'{checklist,items}') i
                         where i->>'id' = c.item and i->>'safeguarding' = 'child'))))`,
  );
};
const READ_BEFORE = ['section', 'certificate', 'corrective-action', 'answer'];

const UP = [...targets(NOW), ...seenLinks([...READ_BEFORE, 'correction'], ['answer', 'correction'])];
const DOWN = [
  ...seenLinks(READ_BEFORE, ['answer']),
  `set local role ${ACROSS}`,
  `delete from document_link where target = 'correction'`,
  'reset role',
  ...targets(BEFORE),
];
