import { because, type RuleResult } from '#domain';
import type { SealedText } from '#persistence';
import { keyOf } from '#persistence';
import type { Hit, ScreeningLists, ScreeningQuery } from '#screening';
import type { CheckAnswer, CheckContext } from './check.js';

/** Somebody whose name is looked up; `subject` is a code such as `firm` or `owner:<id>`. */
export type Party = ScreeningQuery & { readonly subject: string };
type Explanation = RuleResult['explanation'][number];

/**
 * A digest of both sides of a hit, so that it is another one when the name or the entry changes, and an officer's word on it
 * is not carried over. Keyed: nobody can guess a name from it.
 */
function idOf({ data, personal }: CheckContext, { subject, name, kind }: Party, hit: Hit): string {
  const pair = [data.supplierId, subject, kind, name, hit.list, hit.entryId, hit.entryDigest];
  return personal.fingerprint(JSON.stringify(pair), 'list-hit');
}

/** Everything an officer needs to judge a hit, as one text: of a person it is sealed. */
function told({ name, kind, country, birthYear }: Party, hit: Hit): string {
  const { listVersion, entry, score, words, unmatched, parts, agrees, disagrees, reasons } = hit;
  const sides = { asked: { name, kind, country, birthYear }, entry, name: hit.name };
  return JSON.stringify({
    listVersion,
    ...sides,
    score,
    words,
    unmatched,
    parts,
    agrees,
    disagrees,
    reasons,
  });
}

/**
 * Names of these parties on those lists. A pair that officers cleared is left out and told as that.
 * @param lists the names of lists to look at
 */
export function lookUp(
  context: CheckContext,
  lists: ScreeningLists,
  parties: readonly Party[],
  wanted: (list: Hit['list']) => boolean,
): { readonly hits: readonly Explanation[]; readonly cleared: readonly Explanation[] } {
  const found = parties.flatMap((party) => {
    const { subject, ...query } = party;
    return lists
      .match(query)
      .filter(({ list }) => wanted(list))
      .map((hit) => ({ subject, party, hit, id: idOf(context, party, hit) }));
  });
  const isCleared = ({ id }: { id: string }): boolean => context.data.clearedHits.includes(id);
  const tell = (code: string, { subject, party, hit, id }: (typeof found)[number]): Explanation => {
    const { list, entryId, matched, band } = hit;
    return because(code, { subject, hit: id, band, list, entryId, matched, match: told(party, hit) });
  };
  return {
    hits: found.filter((one) => !isCleared(one)).map((one) => tell('list-hit', one)),
    cleared: found.filter(isCleared).map((one) => tell('cleared-pair', one)),
  };
}

/** Codes and digests, which say nothing of the person. */
const OPEN: readonly string[] = ['subject', 'hit', 'band'];

/** What was found of a person is as personal as the name it was found by, and sealed under the same key. */
export async function sealHit(
  { data, personal }: CheckContext,
  { code, params }: Explanation,
): Promise<CheckAnswer['explanation'][number]> {
  const { subject } = params;
  const stored = (data.stored['owners']?.['owners'] ?? []) as readonly { id: string; name: unknown }[];
  const key = keyOf(stored.find(({ id }) => subject === `owner:${id}`)?.name);
  if (key === undefined) return { code, params };
  const seal = async (
    field: string,
    value: string | number,
  ): Promise<string | number | SealedText | undefined> =>
    OPEN.includes(field) ? value : personal.sealUnder(key, data.keys, String(value), field);
  const sealed = Object.entries(params).map(
    async ([field, value]) => [field, await seal(field, value)] as const,
  );
  const kept = (await Promise.all(sealed)).filter(([, value]) => value !== undefined);
  return { code, params: Object.fromEntries(kept) as CheckAnswer['explanation'][number]['params'] };
}
