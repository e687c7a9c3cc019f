import type { ScreeningHitView } from '#contracts';
import { clearingNeedsTwo, type CaseState } from '#domain';
import type { CheckRunRow } from '#persistence';

/** What the worker wrote of a hit; nothing when it was of somebody whose data were erased. */
const matchOf = (text: unknown): ScreeningHitView['match'] =>
  typeof text === 'string' ? (JSON.parse(text) as ScreeningHitView['match']) : null;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a hit is known by, in the clear. */
type Known = Pick<ScreeningHitView, 'subject' | 'band'>;

/**
 * Hits of the last run and what officers say of them, for the programme office. Runs of before hits had ids have none here;
 * their explanations tell the entry.
 */
export const hitsOf = (
  { clearings }: CaseState,
  { explanation }: Pick<CheckRunRow, 'explanation'>,
): ScreeningHitView[] =>
  explanation.flatMap(({ code, params }) => {
    const { hit: id, list, entryId, matched, match } = params;
    if (!['list-hit', 'cleared-pair'].includes(code) || typeof id !== 'string') return [];
    const { subject, band } = params as Known;
    const clearing = clearings?.[id];
    const status = clearing?.cleared ? 'cleared' : clearing ? 'clearing-proposed' : 'open';
    return [
      {
        ...{ id, subject, band, status, officers: clearingNeedsTwo({ id, band }) ? 2 : 1 },
        ...{ list: textOf(list), entryId: textOf(entryId), matched: textOf(matched), match: matchOf(match) },
        reason: clearing?.reason ?? null,
        proposedBy: clearing?.by ?? null,
        confirmedBy: clearing?.confirmedBy ?? null,
      },
    ];
  });
