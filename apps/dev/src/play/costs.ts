/** What a run has cost so far, by case. */
export class Costs {
  readonly statements = new Map<string, number>();
  readonly commands = new Map<string, number>();
  /** Set to watch decisions one by one: called around each. */
  around: ((id: string, type: string, ask: () => Promise<unknown>) => Promise<unknown>) | undefined;
  /** Ids of the commands that were acknowledged as decided. */
  readonly acknowledged = new Map<string, string[]>();
  /** Milliseconds from asking for a decision to its acknowledgement. */
  readonly decisions: number[] = [];

  private static add(map: Map<string, number>, key: string, n: number): void {
    map.set(key, (map.get(key) ?? 0) + n);
  }
  note(path: string, statements: number): void {
    const id = /^\/v1\/qualifications\/([0-9a-f-]{36})/.exec(path)?.[1];
    if (id) Costs.add(this.statements, id, statements);
  }
  decided(id: string, commandId: string, ms: number): void {
    Costs.add(this.commands, id, 1);
    this.acknowledged.set(id, [...(this.acknowledged.get(id) ?? []), commandId]);
    this.decisions.push(ms);
  }
}
