import type { OpenQualification } from '#contracts';
import type { Person } from '#domain';
import { statement, type Database } from '#persistence';
import type { FieldError } from '#platform';

const OPENING = statement(
  'opening-check',
  `select exists (select 1 from site where id = $1 and supplier_id = $2) as site,
     exists (select 1 from scheme_version where id = $3 and status = 'published') as scheme,
     ($4::uuid is null or exists (select 1 from qualification
        where id = $4 and supplier_id = $2 and stage in ('qualified', 'closed'))) as previous`,
);

const wrong = (field: string, detail: string): FieldError => ({
  pointer: `#/${field}`,
  detail,
  code: 'unknown',
});

/** What in the body of a new case points to something that is not there. */
export async function readOpening(
  db: Database,
  actor: Person,
  body: OpenQualification,
): Promise<readonly FieldError[]> {
  const values = [body.siteId, body.supplierId, body.schemeVersionId, body.previousId ?? null];
  const [row] = await db.run<{ site: boolean; scheme: boolean; previous: boolean }>(actor, OPENING, values);
  return [
    ...(row?.site ? [] : [wrong('siteId', 'The supplier has no such site.')]),
    ...(row?.scheme
      ? []
      : [wrong('schemeVersionId', 'There is no such scheme version, or it is not published any more.')]),
    ...(row?.previous ? [] : [wrong('previousId', 'It is no qualified or closed case of this supplier.')]),
  ];
}
