import { checkAuthenticity, checkLocation, gravest, type RuleResult } from '#domain';
import type { Examined } from '#evidence';
import {
  documentBasis,
  keepDocumentFindings,
  seenAtOtherFirms,
  type Database,
  type DocumentBasis,
  type DocumentFindingRow,
  type DocumentToJudge,
  type QuarantinedDocument,
} from '#persistence';
import { newId } from '#platform';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}
const placeOf = (latitude?: number | null, longitude?: number | null): Place | undefined =>
  typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;

/** What a document itself tells. */
interface Told {
  readonly id: string;
  /** It was judged before: only what its places make of it is asked. */
  readonly again: boolean;
  readonly fingerprint?: string | undefined;
  readonly takenAt?: string | undefined;
  readonly editor?: string | undefined;
  readonly place?: Place | undefined;
}

/** What all results together tell of a document; each thing once. */
function finding(
  check: DocumentFindingRow['check'],
  results: readonly RuleResult[],
): readonly DocumentFindingRow[] {
  const verdict = gravest(results.map((result) => result.verdict));
  const all = results.flatMap(({ explanation }) => explanation);
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return verdict === 'PASS' ? [] : [{ check, verdict, explanation: [...once.values()] }];
}

async function judge(db: Database, told: Told): Promise<void> {
  const { id, again, fingerprint, takenAt, editor, place } = told;
  const [bases, elsewhere] = await Promise.all([
    documentBasis(db, id),
    seenAtOtherFirms(db, id, fingerprint),
  ]);
  const authenticity = ({ receivedAt, visitDate }: DocumentBasis): RuleResult =>
    checkAuthenticity({
      ...{ elsewhere, editor, takenAt },
      receivedAt: again ? undefined : receivedAt.toISOString(),
      visitDate: visitDate ?? undefined,
    });
  const findings = [
    ...finding('authenticity', bases.map(authenticity)),
    ...finding(
      'location',
      bases.map(({ latitude, longitude }) => checkLocation(place, placeOf(latitude, longitude))),
    ),
  ];
  if (findings.length === 0 && (fingerprint === undefined || again)) return;
  await keepDocumentFindings(db, id, fingerprint, findings, newId());
}

/**
 * Checks 15 and 16 of a document that may be shown: is it likely what it is said to be, and was it taken at the site.
 * What they find is for the programme office alone, which gets a task. What the photo says stands before what its sender
 * declared.
 */
export function checkDocument(
  db: Database,
  { id, latitude, longitude }: QuarantinedDocument,
  { fingerprint, editor, capture }: Examined,
): Promise<void> {
  const place = placeOf(capture.latitude, capture.longitude) ?? placeOf(latitude, longitude);
  return judge(db, { id, again: false, fingerprint, editor, takenAt: capture.at, place });
}

/** The same checks once more for the places that it was linked to since, without opening it again. */
export function checkLinkedDocument(db: Database, document: DocumentToJudge): Promise<void> {
  const { id, fingerprint, takenAt, latitude, longitude } = document;
  return judge(db, {
    ...{ id, again: true, fingerprint: fingerprint ?? undefined },
    takenAt: takenAt?.toISOString(),
    place: placeOf(latitude, longitude),
  });
}
