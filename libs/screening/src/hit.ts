import type { ListEntry, ListName, NameQuality, YearSpan } from './list-entry.js';
import type { Likeness } from './matching/align.js';
import type { NameKind } from './matching/comparable-name.js';
import type { ScorePart } from './matching/model.js';

/**
 * Whom to look for. `name` is free text as the supplier wrote it; a person's in either order. What else is known makes
 * hits fewer and surer: `country` (ISO 3166-1 alpha-2), `birthYear`, and numbers of passports or registers.
 */
export type ScreeningQuery = {
  name: string;
  kind: NameKind;
  country?: string;
  birthYear?: number;
  idNumbers?: readonly string[];
};

/**
 * How much a hit says (domain section 4.3.6). `strong`: the name is the same, or sounds the same word for word, or a
 * number is equal. `potential`: the score reaches the threshold learnt. `corroborated`: the name alone would not be
 * enough, but country, birth year or a number agrees.
 */
export type Band = 'strong' | 'potential' | 'corroborated';

/** What is compared besides the name. */
export type Evidence = 'country' | 'birth-year' | 'id-number';

/** Two words that were taken for the same, and how alike they are (0 to 1). */
export type MatchedWords = { asked: string; listed: string; similarity: number; likeness: Likeness };

/** Why a name is a hit, and what speaks against it: a code and its parameters, for words in any language. */
export type Reason = { code: ReasonCode; params: Readonly<Record<string, string | number>> };
export type ReasonCode =
  | 'same-name'
  | 'sounds-alike'
  | 'spelling-differs'
  | 'words-joined'
  | 'initials'
  | 'words-missing'
  | 'words-differ'
  | 'numbers-differ'
  | 'legal-form-differs'
  | 'only-legal-form'
  | 'single-word'
  | 'weak-alias'
  | 'agrees'
  | 'disagrees';

/**
 * One listed party that may be meant, with the name of it that is most alike. `name` is as the list prints it (a
 * person's name: to be kept as carefully as the one asked for), `matched` what kind of name that is; `entryDigest` is another one
 * when what is compared of the entry changes, `entry` what the list says beside the name. `score` is 0 to 1,
 * `parts` what was taken from it and why, the gravest first.
 */
export type Hit = {
  list: ListName;
  listVersion: string;
  entryId: string;
  entryDigest: string;
  entry: Pick<Party, 'kind' | 'countries' | 'births'>;
  name: string;
  matched: NameQuality;
  band: Band;
  score: number;
  words: readonly MatchedWords[];
  unmatched: { asked: readonly string[]; listed: readonly string[] };
  parts: readonly ScorePart[];
  agrees: readonly Evidence[];
  disagrees: readonly Evidence[];
  reasons: readonly Reason[];
};

/** What the index keeps of a listed party. */
export type Party = Pick<ListEntry, 'list' | 'entryId' | 'countries' | 'births' | 'idNumbers'> & {
  listVersion: string;
  entryDigest: string;
  kind: NameKind;
};

const within = (year: number, { from, to }: YearSpan, give = 0): boolean =>
  year >= from - give && year <= to + give;

/**
 * What agrees and what disagrees between the one asked for and a listed party. What either side does not say does
 * neither; a year next to one that is listed neither; another number does not disagree, since everybody has several.
 */
export function weighEvidence(
  { country, birthYear, idNumbers = [] }: ScreeningQuery,
  party: Party,
): { agrees: Evidence[]; disagrees: Evidence[] } {
  const [agrees, disagrees]: [Evidence[], Evidence[]] = [[], []];
  if (idNumbers.some((id) => party.idNumbers.includes(id))) agrees.push('id-number');
  if (country && party.countries.length > 0)
    (party.countries.includes(country.toUpperCase()) ? agrees : disagrees).push('country');
  if (birthYear !== undefined && party.births.length > 0) {
    if (party.births.some((span) => within(birthYear, span))) agrees.push('birth-year');
    else if (!party.births.some((span) => within(birthYear, span, 1))) disagrees.push('birth-year');
  }
  return { agrees, disagrees };
}
