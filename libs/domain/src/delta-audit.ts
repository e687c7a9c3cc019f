import type { CaseState, Renewal } from './case-state.js';
import { isGrave, type AnswerValue, type ChecklistItem } from './checklist.js';

/** Share of what could be carried over that is asked all the same, drawn at random. */
export const RECHECKED_SHARE = 0.2;

/** What the last audit left, as far as the next one builds on it. */
export interface LastAudit {
  /** Items that were not conform, whatever became of them later. */
  readonly findings: readonly string[];
  /** The auditor's answers by item. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Items whose answers that audit had itself carried over: they are not carried twice. */
  readonly carried: readonly string[];
  /** The checklist as it was then, with the severity each item had. */
  readonly items: readonly ChecklistItem[];
}
export interface DeltaItems {
  /** Asked in this audit, in checklist order. */
  readonly asked: readonly string[];
  readonly carried: NonNullable<Renewal['carried']>;
}

/** FNV-1a over the UTF-16 units of a text: the seed of a case's random part, 0 to 2^32 - 1. */
export function drawNumberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A sequence of numbers from 0 to below 1 that the seed alone decides (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Draw `count` of the ids without putting any back. The same seed and ids give the same draw. */
function drawn(ids: readonly string[], count: number, seed: number): ReadonlySet<string> {
  const left = [...ids];
  const chance = numbers(seed);
  return new Set(
    Array.from(
      { length: count },
      () => left.splice(Math.floor(chance.next().value * left.length), 1)[0] ?? '',
    ),
  );
}

const sameItem = (now: ChecklistItem, then: ChecklistItem | undefined): boolean =>
  JSON.stringify(now) === JSON.stringify(then);
const carriable = (value: AnswerValue | undefined): value is 'conform' | 'not-applicable' =>
  value === 'conform' || value === 'not-applicable';

/**
 * What a delta audit asks (domain 2, renewal of a grade A or B without change): every zero-tolerance and critical item,
 * every item that was not conform or was carried over last time, that is new or has changed since, and a fifth of the
 * rest, drawn by the seed and rounded up. The rest keeps the answer it was last verified with.
 * @param items the checklist as this case is asked, with the severity each item has now
 * @param seed a whole number from 0, kept with the case so that the draw can be made again
 */
export function deltaItems(items: readonly ChecklistItem[], last: LastAudit, seed: number): DeltaItems {
  const then = new Map(last.items.map((item) => [item.id, item]));
  const again = new Set([...last.findings, ...last.carried]);
  const rest = items
    .filter((item) => !isGrave(item) && !again.has(item.id) && sameItem(item, then.get(item.id)))
    .filter((item) => carriable(last.answers[item.id]))
    .map((item) => item.id);
  const recheck = drawn(rest, Math.ceil(rest.length * RECHECKED_SHARE), seed);
  const carried = rest.filter((id) => !recheck.has(id));
  return {
    asked: items.map((item) => item.id).filter((id) => !carried.includes(id)),
    carried: Object.fromEntries(carried.map((id) => [id, last.answers[id]])) as DeltaItems['carried'],
  };
}

/** Answers that were carried over, as the rules read answers: verified then, with their evidence in the case before. */
export const carriedAnswers = ({ renewal }: Pick<CaseState, 'renewal'>) =>
  Object.fromEntries(
    Object.entries(renewal?.carried ?? {}).map(([id, value]) => [
      id,
      { value, reasonGiven: true, evidenceCount: 0, noteLength: 0 },
    ]),
  );
