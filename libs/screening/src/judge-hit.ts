import type { Band, Hit, MatchedWords, Party, Reason, ScreeningQuery } from './hit.js';
import { weighEvidence } from './hit.js';
import { formsDiffer } from './legal-forms.js';
import type { ListedName } from './list-entry.js';
import type { Pair } from './matching/align.js';
import type { ComparableName, Word } from './matching/comparable-name.js';
import type { Comparison } from './matching/features.js';
import { compareNames } from './matching/features.js';
import type { KindModel, Model } from './matching/model.js';
import { probabilityOf, scoreOf } from './matching/model.js';

/** A listed name with the party that bears it. */
export type Filed = ListedName & { party: Party; comparable: ComparableName };

/** What a country or a birth year that differs takes from the log odds. */
const DISAGREEMENT = 1;
/** Where nothing but a legal form is left of a name, it says no more than this (domain section 4.3.2). */
const BARE = 0.8;
/** A single word in common tells somebody only when it is long and rare, or is the whole name with hardly a slip. */
const TELLING = 0.75;

type Judged = Pick<Hit, 'band' | 'score' | 'parts' | 'agrees' | 'disagrees'>;

/**
 * Judges one listed name against the one asked for; `undefined` where nobody needs to look at it.
 * `exact` says that both have the same comparison key.
 */
export function judgeName(
  query: ScreeningQuery,
  asked: ComparableName,
  filed: Filed,
  exact: boolean,
  model: Model,
): Hit | undefined {
  const comparison = compareNames(asked, filed.comparable);
  const bare = asked.bare || filed.comparable.bare;
  const frail = frailty(comparison, { exact, bare, weak: filed.quality === 'weak' });
  const how = { exact, frail: frail.length > 0 };
  const judged = judgeScore(query, comparison, { party: filed.party, bare }, how, model);
  if (!judged) return undefined;
  const { party, name, quality } = filed;
  const differ = formsDiffer(asked.forms, filed.comparable.forms);
  const formReason: Reason[] = differ ? [{ code: 'legal-form-differs', params: {} }] : [];
  const { list, listVersion, entryId, entryDigest, kind, countries, births } = party;
  const entry = { kind, countries, births };
  const [mine, theirs] = comparison.words;
  const { pairs, ...left } = comparison.alignment;
  const texts = (words: readonly Word[], places: readonly number[]): string[] =>
    places.flatMap((place) => words[place]?.text ?? []);
  const words = pairs.map((pair): MatchedWords => {
    const [one, other] = [texts(mine, pair.mine).join(' '), texts(theirs, pair.theirs).join(' ')];
    return { asked: one, listed: other, similarity: rounded(pair.similarity), likeness: pair.likeness };
  });
  return {
    ...{ list, listVersion, entryId, entryDigest, entry, name, matched: quality, ...judged, words },
    unmatched: { asked: texts(mine, left.mine), listed: texts(theirs, left.theirs) },
    reasons: [...reasonsOf(comparison, exact), ...formReason, ...frail, ...evidenceOf(judged)],
  };
}

function judgeScore(
  query: ScreeningQuery,
  { values, alignment }: Comparison,
  { party, bare }: { party: Party; bare: boolean },
  { exact, frail }: { exact: boolean; frail: boolean },
  model: Model,
): Judged | undefined {
  const { logOdds, parts } = scoreOf(values, model[party.kind], party.kind);
  const { agrees, disagrees } = weighEvidence(query, party);
  const doubted = probabilityOf(logOdds - DISAGREEMENT * disagrees.length);
  const score = exact ? 1 : bare ? Math.min(doubted, BARE) : doubted;
  const whole = alignment.mine.length + alignment.theirs.length === 0;
  const same = exact || (whole && soundsSame(alignment.pairs));
  const band = bandOf({ score, exact, frail, same }, { agrees, disagrees }, model[party.kind]);
  return band && { band, score: rounded(score), parts: exact ? [] : parts, agrees, disagrees };
}

function bandOf(
  { score, exact, frail, same }: { score: number; exact: boolean; frail: boolean; same: boolean },
  { agrees, disagrees }: Pick<Judged, 'agrees' | 'disagrees'>,
  { threshold, corroborated }: KindModel,
): Band | undefined {
  if (agrees.includes('id-number')) return 'strong';
  if (same && !frail && disagrees.length === 0) return 'strong';
  if (exact || (score >= threshold && !frail)) return 'potential';
  return score >= corroborated && agrees.length > 0 ? 'corroborated' : undefined;
}

const soundsSame = (pairs: readonly Pair[]): boolean =>
  pairs.length > 0 &&
  pairs.every(({ likeness, edits }) => edits === 0 && likeness !== 'initial' && likeness !== 'acronym');

/** What makes a name too weak to stand alone, however well it matches. */
function frailty(
  { words: [mine, theirs], alignment, values }: Comparison,
  { exact, bare, weak }: { exact: boolean; bare: boolean; weak: boolean },
): Reason[] {
  const reasons: Reason[] = [];
  if (weak) reasons.push({ code: 'weak-alias', params: {} });
  if (bare) reasons.push({ code: 'only-legal-form', params: {} });
  const same = alignment.pairs.filter(({ likeness }) => likeness !== 'initial');
  const told = same.reduce((sum, { weight }) => sum + weight, 0);
  const left = [...alignment.mine.map((n) => mine[n]), ...alignment.theirs.map((n) => theirs[n])];
  const more = values['more-words'] > 0 && left.some((word) => word && !word.minor);
  const slips = values['two-edits'] > 0;
  if (!exact && told <= TELLING && (more || slips)) reasons.push({ code: 'single-word', params: {} });
  return reasons;
}

function reasonsOf({ words, alignment, values }: Comparison, exact: boolean): Reason[] {
  if (exact) return [{ code: 'same-name', params: {} }];
  const count = (likeness: Pair['likeness']): number =>
    alignment.pairs.filter((pair) => pair.likeness === likeness).length;
  const edits = alignment.pairs.reduce((sum, pair) => sum + pair.edits, 0);
  const telling = (side: 0 | 1): number => {
    const places = side === 0 ? alignment.mine : alignment.theirs;
    return places.filter((place) => !words[side][place]?.minor).length;
  };
  const [asked, listed] = [telling(0), telling(1)];
  const found: [boolean, Reason][] = [
    [count('sounds') > 0, { code: 'sounds-alike', params: { words: count('sounds') } }],
    [edits > 0, { code: 'spelling-differs', params: { edits } }],
    [count('joined') > 0, { code: 'words-joined', params: {} }],
    [count('initial') + count('acronym') > 0, { code: 'initials', params: {} }],
    [values['other-words'] > 0, { code: 'words-differ', params: { words: Math.min(asked, listed) } }],
    [asked !== listed, { code: 'words-missing', params: { asked: listed, listed: asked } }],
    [values.numbers > 0, { code: 'numbers-differ', params: {} }],
  ];
  return found.flatMap(([holds, reason]) => (holds ? [reason] : []));
}

function evidenceOf({ agrees, disagrees }: Judged): Reason[] {
  return [
    ...agrees.map((what): Reason => ({ code: 'agrees', params: { what } })),
    ...disagrees.map((what): Reason => ({ code: 'disagrees', params: { what } })),
  ];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
