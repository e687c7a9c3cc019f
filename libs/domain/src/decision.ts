import { handOf, type Actor, type Hand } from './actors.js';
import type { CaseState, OfficeMatter } from './case-state.js';
import { deadlineKey, makeDeadline, missingYears } from './deadlines.js';
import type { EventData } from './event-data.js';
import type { EventType } from './events.js';
import type { Facts } from './facts.js';
import { deadlineRule } from './reference/deadline-rules.js';
import type { DeadlineKind } from './scheme.js';
import type { CaseStateName } from './states.js';
import { target } from './transitions.js';

export interface Move {
  readonly from: CaseStateName;
  readonly event: string;
  readonly to: CaseStateName;
}
export type EventParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export interface CaseEvent {
  readonly type: EventType;
  readonly params: EventParams;
}
/** Nothing needs to be said where an event needs no data. */
type Told<T extends EventType> = Nothing extends EventData[T] ? [EventData[T]?] : [EventData[T]];
type Nothing = Record<string, never>;

/** One decision in the making: the state as far as it has come, the moves made and the events to tell. */
export class Decision {
  readonly moves: Move[] = [];
  readonly events: CaseEvent[] = [];

  constructor(
    public state: CaseState,
    readonly actor: Actor,
    readonly now: string,
    readonly facts: Facts,
  ) {}

  /** The person who decides. Throws for the system: a rule that needs a person does not allow it. */
  get hand(): Hand {
    if (this.actor.kind === 'system') throw new Error('a person decides here, not the system');
    return handOf(this.actor);
  }

  change(patch: Partial<CaseState>): void {
    this.state = { ...this.state, ...patch };
  }

  changeAudit(patch: Partial<CaseState['audit']>): void {
    this.change({ audit: { ...this.state.audit, ...patch } });
  }

  /** What happened, with the data that an event of this type has and no other. */
  tell<T extends EventType>(type: T, ...[params]: Told<T>): void {
    this.events.push({ type, params: { ...params } });
  }

  /** Move along the transition table; `back` says where to, for an event that leads back to where the case came from. An event that the table does not know here is a bug, not a refusal. */
  move(event: string, back?: CaseStateName): void {
    const to = target(this.state.at, event, back);
    if (!to) throw new Error(`no transition '${event}' from ${this.state.at}`);
    this.moves.push({ from: this.state.at, event, to });
    this.change({ at: to, enteredAt: this.now });
  }

  /** Start (or start anew) the deadline of this kind and subject. */
  start(kind: DeadlineKind, subject = '', options: { from?: string; dueAt?: string } = {}): void {
    const rule = deadlineRule(this.facts.scheme, kind);
    const made = makeDeadline(
      rule,
      kind,
      subject,
      options.from ?? this.now,
      this.facts.calendar,
      options.dueAt,
    );
    this.stop(kind, subject);
    this.change({ deadlines: [...this.state.deadlines, made] });
    for (const year of missingYears(made, this.facts.calendar)) this.raise('holidays-missing', year);
  }

  stop(kind: DeadlineKind, subject = ''): void {
    const key = deadlineKey(kind, subject);
    this.change({ deadlines: this.state.deadlines.filter((d) => d.key !== key) });
  }

  stopWhere(test: (kind: DeadlineKind, subject: string) => boolean): void {
    this.change({ deadlines: this.state.deadlines.filter((d) => !test(d.kind, d.subject)) });
  }

  /** Open a matter for the programme office, once. */
  raise(kind: OfficeMatter['kind'], subject: string): void {
    if (this.state.matters.some((m) => m.kind === kind && m.subject === subject)) return;
    this.change({ matters: [...this.state.matters, { kind, subject, since: this.now }] });
    this.tell('office-matter-opened', { matter: kind, subject });
  }

  settleMatter(kind: OfficeMatter['kind'], subject?: string): void {
    this.change({
      matters: this.state.matters.filter(
        (m) => m.kind !== kind || (subject !== undefined && m.subject !== subject),
      ),
    });
  }
}
