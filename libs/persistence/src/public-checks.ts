import {
  COMPLIANCE,
  publicCheck,
  type Certificate,
  type CaseState,
  type PublicCheck,
  type PublicSection,
} from '#domain';
import { NOBODY, statement, type Database } from './database.js';

const SHOWN = statement(
  'check-shown',
  `select qualification_id as "id", sections from shown_to_everybody($1, $2)`,
);
const READ = statement(
  'check-read',
  `select q.case_number as "caseNumber", q.state, greatest(now(), q.case_time) as "asOf", o.name, s.province,
     coalesce((select f.content->'certificates' from fact f
        where f.qualification_id = q.id and f.paper = '${COMPLIANCE}' and f.item = 'certificates'), '[]') as certificates
     from qualification q join organisation o on o.id = q.supplier_id join site s on s.id = q.site_id
    where q.id = $1`,
);
interface Row {
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly asOf: Date;
  readonly name: string;
  readonly province: string;
  readonly certificates: readonly Certificate[];
}
/** No case has it: where nothing is shown, as much is asked for as where something is. */
const NO_CASE = '00000000-0000-4000-8000-000000000000';

/** What is asked for: a case number, a code of a consent, or what may be either. */
export interface Checked {
  readonly number: string | null;
  readonly code: string | null;
}
export interface FoundCheck extends PublicCheck {
  readonly caseNumber: string;
  /** The instant that it is told as of. */
  readonly asOf: string;
}

/**
 * What everybody may know of a qualification: nothing else of the case leaves this file. Nothing when it is unknown, was
 * never qualified, or its supplier does not show it; which of these, no answer and no time that it takes tells.
 */
export async function readPublicCheck(
  db: Database,
  { number, code }: Checked,
): Promise<FoundCheck | undefined> {
  const [shown] = await db.run<{ id: string; sections: PublicSection[] }>(NOBODY, SHOWN, [number, code]);
  const caseId = shown?.id ?? NO_CASE;
  const [row] = await db.run<Row & Record<string, unknown>>({ caseId }, READ, [caseId]);
  if (!row || !shown) return undefined;
  const asOf = row.asOf.toISOString();
  const check = publicCheck(row.state, shown.sections, row, asOf);
  return check && { ...check, caseNumber: row.caseNumber, asOf };
}
