import { checkAuthenticity, checkLocation, type RuleResult } from '#domain';
import type { Examined } from '#evidence';
import {
  documentBasis,
  keepDocumentFindings,
  openOfficeTask,
  seenAtOtherFirms,
  type Database,
  type DocumentBasis,
  type DocumentFindingRow,
  type QuarantinedDocument,
} from '#persistence';
import { newId } from '#platform';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}
const placeOf = (latitude?: number | null, longitude?: number | null): Place | undefined =>
  typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;

const finding = (check: DocumentFindingRow['check'], { verdict, explanation }: RuleResult) =>
  verdict === 'PASS' ? [] : [{ check, verdict, explanation }];

/** What the photo says stands before what its sender declared. */
function locationOf(
  { latitude, longitude }: QuarantinedDocument,
  { capture }: Examined,
  basis: DocumentBasis,
): RuleResult {
  const photo = placeOf(capture.latitude, capture.longitude) ?? placeOf(latitude, longitude);
  return checkLocation(photo, basis.showsSite ? placeOf(basis.latitude, basis.longitude) : undefined);
}

/**
 * Checks 15 and 16 of a document that may be shown: is it likely what it is said to be, and was it taken at the site.
 * What they find is for the programme office alone, which gets a task.
 */
export async function checkDocument(
  db: Database,
  document: QuarantinedDocument,
  examined: Examined,
): Promise<void> {
  const { fingerprint, editor, capture } = examined;
  const [basis, elsewhere] = await Promise.all([
    documentBasis(db, document.id),
    seenAtOtherFirms(db, document.id, fingerprint),
  ]);
  if (!basis) return;
  const authenticity = checkAuthenticity({
    ...{ elsewhere, editor },
    receivedAt: basis.receivedAt.toISOString(),
    takenAt: capture.at,
    visitDate: basis.visitDate ?? undefined,
  });
  const findings = [
    ...finding('authenticity', authenticity),
    ...finding('location', locationOf(document, examined, basis)),
  ];
  if (findings.length === 0 && fingerprint === undefined) return;
  await keepDocumentFindings(db, document.id, fingerprint, findings);
  if (findings.length > 0) await openOfficeTask(db, newId(), 'document-finding', document.id);
}
