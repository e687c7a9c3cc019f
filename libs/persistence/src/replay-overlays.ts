import type { Facts, OverlayContent } from '#domain';
import { statement, type Database } from './database.js';
import type { DecisionBasis } from './decision-basis.js';

/** What overlays ask, by their ids. */
export type OverlayContents = ReadonlyMap<string, OverlayContent>;
type Overlays = NonNullable<Facts['overlays']>;

const OVERLAYS = statement(
  'replay-overlays',
  `select id, content from overlay_version where id = any($1::uuid[])`,
);

/** Overlays that decisions of a case stood on: their ids are kept, and what was in force never changes. */
export async function readOverlays(
  db: Database,
  caseId: string,
  bases: readonly (DecisionBasis | undefined)[],
): Promise<OverlayContents> {
  const ids = bases.flatMap((basis) => basis?.facts.overlays?.map(({ overlayId }) => overlayId) ?? []);
  if (ids.length === 0) return new Map();
  const values = [[...new Set(ids)]];
  const rows = await db.run<{ id: string; content: OverlayContent }>({ caseId }, OVERLAYS, values);
  return new Map(rows.map(({ id, content }) => [id, content]));
}

/** @throws Error when one is not there any more */
export const withContents = (contents: OverlayContents, kept: Overlays): Overlays =>
  kept.map((one) => {
    const content = contents.get(one.overlayId);
    if (!content) throw new Error(`no overlay ${one.overlayId}`);
    return { ...one, content };
  });
