import type { Connection } from '@temporalio/client';
import { addDays, localDate } from '#domain';
import type { ApiClient, Case } from '../play/api-client.js';
import type { Member, Parties } from '../play/parties.js';
import type { Directory } from './directory.js';
import { tellEvent, type ToldEvent } from './events.js';
import { nextSteps } from './next-steps.js';
import { dim, width, wrap } from './terminal.js';
import { count, minute } from './wording.js';
import { passTime } from './workflow-history.js';

interface Entry {
  readonly seq: number;
  readonly occurredAt: string;
  readonly entry: { readonly actor: unknown; readonly events: readonly ToldEvent[] };
}
const WHO = 28;
const MARGIN = 2 + 17 + 2 + WHO + 2;
const MINUTE = 60_000;
const DAY = 86_400_000;
const now = (seen: Case): string => new Date(Math.max(Date.now(), Date.parse(seen.caseTime))).toISOString();

/** One line that is about no case, and so at no time of one. */
export function tellWithoutTime(who: string, what: string): void {
  const [first = '', ...rest] = wrap(what, width() - MARGIN);
  console.log(`${' '.repeat(MARGIN - WHO - 2)}${who.padEnd(WHO)}  ${first}`);
  for (const text of rest) console.log(' '.repeat(MARGIN) + text);
}

/** Tells one case while it is played: who did what, what the case did by itself, and who is next. */
export class Story {
  /** Reads for telling are not what the case costs. */
  private readonly reader: ApiClient;
  private seq = 0;
  private next = '';

  constructor(
    parties: Parties,
    private readonly directory: Directory,
    private readonly temporal: Connection,
    readonly id: string,
  ) {
    this.reader = parties.officer.api.uncounted();
  }

  read(): Promise<Case> {
    return this.reader.case(this.id);
  }

  /** Play one step and tell it with everything that came of it. */
  async step(
    who: Member,
    what: string | ((seen: Case) => string),
    act: () => Promise<unknown>,
  ): Promise<Case> {
    await act();
    const [seen, entries] = await this.news();
    const own = entries.findIndex(({ entry }) => entry.actor !== 'system');
    const at = entries[own]?.occurredAt ?? now(seen);
    this.tell(entries.slice(0, Math.max(own, 0)), seen);
    this.line(at, this.directory.describe(who), typeof what === 'string' ? what : what(seen));
    this.tell(entries.slice(Math.max(own, 0)), seen);
    this.tellNext(seen);
    return seen;
  }

  /** Tell what the case has done by itself since the last line. */
  async catchUp(): Promise<Case> {
    const [seen, entries] = await this.news();
    this.tell(entries, seen);
    this.tellNext(seen);
    return seen;
  }

  /** Let days pass for this case, until nine in the morning, with every timer on the way. */
  async pass(days: number): Promise<Case> {
    const { caseTime } = await this.read();
    return this.passUntil(`${localDate(addDays(caseTime, days))}T02:00:00.000Z`);
  }

  /** Let time pass until an instant of the case's own time. Its clock is kept. */
  async passUntil(instant: string): Promise<Case> {
    const { caseTime } = await this.read();
    const ms = Date.parse(instant) - Date.parse(caseTime) + MINUTE;
    const days = Math.round(ms / DAY);
    console.log(dim(`${' '.repeat(MARGIN)}... ${days > 0 ? count(days, 'day') : 'hours'} later ...`));
    await passTime(this.temporal, this.id, ms);
    return this.catchUp();
  }

  private async news(): Promise<[Case, readonly Entry[]]> {
    const [seen, entries] = [await this.read(), [] as Entry[]];
    let cursor = '';
    do {
      const path = `/v1/qualifications/${this.id}/journal?limit=200${cursor}`;
      const page = await this.reader.get<{ items: Entry[]; next: string | null }>(path);
      entries.push(...page.items);
      cursor = page.next ? `&cursor=${page.next}` : '';
    } while (cursor);
    const fresh = entries.filter(({ seq }) => seq > this.seq);
    this.seq = entries.at(-1)?.seq ?? 0;
    return [seen, fresh];
  }

  /** What happens to many things at the same minute in the same words is one line. */
  private tell(entries: readonly Entry[], seen: Case): void {
    const told = entries
      .filter(({ entry }) => entry.actor === 'system')
      .flatMap(({ occurredAt: at, entry }) =>
        entry.events.map((event) => ({ at, words: tellEvent(event, seen, this.directory) })),
      );
    const lines = new Map<string, { at: string; words: string; times: number }>();
    for (const { at, words } of told) {
      if (!words) continue;
      const key = `${minute(at)} ${words}`;
      lines.set(key, { at, words, times: (lines.get(key)?.times ?? 0) + 1 });
    }
    for (const { at, words, times } of lines.values())
      this.line(at, '(by itself)', times > 1 ? `${words} (${times} times)` : words);
  }

  private tellNext(seen: Case): void {
    const steps = nextSteps(this.directory, seen);
    if (steps.join() === this.next) return;
    this.next = steps.join();
    for (const step of steps) {
      const [first = '', ...rest] = wrap(step, width() - MARGIN - 3);
      const lines = [`-> ${first}`, ...rest.map((text) => `   ${text}`)];
      for (const line of lines) console.log(dim(' '.repeat(MARGIN) + line));
    }
  }

  private line(at: string, who: string, what: string): void {
    const [first = '', ...rest] = wrap(what, width() - MARGIN);
    console.log(`  ${minute(at)}  ${who.padEnd(WHO)}  ${first}`);
    for (const text of rest) console.log(' '.repeat(MARGIN) + text);
  }
}
