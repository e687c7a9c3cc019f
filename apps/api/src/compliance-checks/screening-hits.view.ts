import { clearingNeedsTwo, type CaseState, type HitBand } from '#domain';
import type { CheckRunRow } from '#persistence';

/** What the worker wrote of a hit; nothing when it was of somebody whose data were erased. */
const matchOf = (text: unknown): unknown => (typeof text === 'string' ? (JSON.parse(text) as unknown) : null);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Hits of the last run and what officers say of them, for the programme office. Runs of before hits had ids have none here;
 * their explanations tell the entry.
 */
export const hitsOf = ({ clearings }: CaseState, { explanation }: CheckRunRow) =>
  explanation.flatMap(({ code, params }) => {
    const {
      hit: id,
      subject,
      band,
      list,
      entryId,
      matched,
      match,
    } = params as Readonly<Record<string, unknown>>;
    if (!['list-hit', 'cleared-pair'].includes(code) || typeof id !== 'string') return [];
    const clearing = clearings?.[id];
    const status = clearing?.cleared ? 'cleared' : clearing ? 'clearing-proposed' : 'open';
    return [
      {
        ...{ id, subject, band, status, officers: clearingNeedsTwo({ id, band: band as HitBand }) ? 2 : 1 },
        ...{ list: textOf(list), entryId: textOf(entryId), matched: textOf(matched), match: matchOf(match) },
        reason: clearing?.reason ?? null,
        proposedBy: clearing?.by ?? null,
        confirmedBy: clearing?.confirmedBy ?? null,
      },
    ];
  });
