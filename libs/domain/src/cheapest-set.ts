/** Something that could be done: what it costs, and how far it goes towards each need. */
export interface Move {
  readonly id: string;
  /** Above zero. */
  readonly cost: number;
  /** By need; zero or absent when it does nothing for it. */
  readonly gains: readonly number[];
}
export interface CheapestSet {
  readonly moves: readonly Move[];
  readonly cost: number;
  /** Whether nothing cheaper is left out: false when the search was ended for taking too long. */
  readonly exact: boolean;
}

const TINY = 1e-9;
/** Nodes of the search: more than any real checklist has needed, and well below a second. */
const MOST_NODES = 5_000;

const gainOf = (move: Move, need: number): number => move.gains[need] ?? 0;
const costOf = (moves: readonly Move[]): number => moves.reduce((sum, move) => sum + move.cost, 0);
const isMet = (left: readonly number[]): boolean => left.every((amount) => amount <= TINY);
const after = (left: readonly number[], move: Move): readonly number[] =>
  left.map((amount, need) => amount - gainOf(move, need));

/** The least that one need can still cost: the best value first, and of the last move only the part that is needed. */
function leastFor(
  need: number,
  left: number,
  byValue: readonly Move[],
  from: (move: Move) => boolean,
): number {
  let [missing, cost] = [left, 0];
  for (const move of byValue) {
    if (missing <= TINY) break;
    if (!from(move)) continue;
    const gain = gainOf(move, need);
    const part = Math.min(1, missing / gain);
    cost += part * move.cost;
    missing -= part * gain;
  }
  return missing > TINY ? Infinity : cost;
}

/**
 * The cheapest set of moves that meets every need, by branch and bound; of several that cost the same, one with the
 * fewest moves. Each need alone gives a lower bound of what is still to pay, with fractions of moves allowed.
 * @param needs amounts still missing; zero or less is met
 * @param isEnough asked of a set that meets all needs as far as binary fractions tell
 * @returns undefined when all moves together are not enough
 */
export function cheapestSet(
  moves: readonly Move[],
  needs: readonly number[],
  isEnough: (chosen: readonly Move[]) => boolean = () => true,
): CheapestSet | undefined {
  if (!isMet(moves.reduce(after, needs)) || !isEnough(moves)) return undefined;
  const most = moves.reduce(after, needs);
  // Without such a move one need stays open, whatever else is done.
  const isForced = (move: Move): boolean => most.some((left, need) => left + gainOf(move, need) > TINY);
  const forced = moves.filter(isForced);
  const missing = forced.reduce(after, needs);
  const search = new Search(
    moves.filter((move) => !isForced(move)),
    missing,
    forced,
    isEnough,
  );
  search.visit(0, forced, costOf(forced), missing);
  return { moves: search.best, cost: costOf(search.best), exact: search.nodes <= MOST_NODES };
}

/** Takes or leaves one move after the other, the most useful first, and turns back where nothing cheaper can come. */
class Search {
  best: readonly Move[];
  nodes = 0;
  private readonly order: readonly Move[];
  private readonly rank: ReadonlyMap<string, number>;
  private readonly byValue: readonly (readonly Move[])[];

  constructor(
    moves: readonly Move[],
    needs: readonly number[],
    forced: readonly Move[],
    private readonly isEnough: (chosen: readonly Move[]) => boolean,
  ) {
    this.best = [...forced, ...moves];
    const useful = (move: Move): number =>
      needs.reduce((sum, left, need) => sum + (left > TINY ? Math.min(1, gainOf(move, need) / left) : 0), 0);
    const value = (move: Move): number => move.cost / useful(move);
    this.order = moves.filter((move) => useful(move) > 0).toSorted((a, b) => value(a) - value(b));
    this.rank = new Map(this.order.map((move, at) => [move.id, at]));
    this.byValue = needs.map((_, need) =>
      this.order
        .filter((move) => gainOf(move, need) > 0)
        .toSorted((a, b) => a.cost / gainOf(a, need) - b.cost / gainOf(b, need)),
    );
  }

  private isBetter(cost: number, count: number): boolean {
    const now = costOf(this.best);
    return cost < now - TINY || (cost < now + TINY && count < this.best.length);
  }

  visit(at: number, chosen: readonly Move[], cost: number, left: readonly number[]): void {
    if (isMet(left) && this.isEnough(chosen)) {
      if (this.isBetter(cost, chosen.length)) this.best = chosen;
      return;
    }
    const move = this.order[at];
    if (!move || ++this.nodes > MOST_NODES) return;
    const open = (one: Move): boolean => (this.rank.get(one.id) ?? -1) >= at;
    const least = left.map((amount, need) => leastFor(need, amount, this.byValue[need] ?? [], open));
    if (!this.isBetter(cost + Math.max(...least), chosen.length + 1)) return;
    this.visit(at + 1, [...chosen, move], cost + move.cost, after(left, move));
    this.visit(at + 1, chosen, cost, left);
  }
}
