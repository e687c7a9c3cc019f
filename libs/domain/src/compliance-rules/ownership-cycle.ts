export interface OwnershipLink {
  /** The firm owned. */
  readonly from: string;
  /** Its owner. */
  readonly to: string;
}

/** The first way from a firm through its owners back to itself, that firm at both ends; nothing when there is none. */
export function findCycle(links: readonly OwnershipLink[]): readonly string[] | undefined {
  const owners = new Map<string, string[]>();
  for (const { from, to } of links) owners.set(from, [...(owners.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (firm: string): readonly string[] | undefined => {
    const start = path.indexOf(firm);
    if (start >= 0) return [...path.slice(start), firm];
    if (done.has(firm)) return undefined;
    path.push(firm);
    for (const owner of owners.get(firm) ?? []) {
      const cycle = visit(owner);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(firm);
    return undefined;
  };
  for (const firm of owners.keys()) {
    const cycle = visit(firm);
    if (cycle) return cycle;
  }
  return undefined;
}
