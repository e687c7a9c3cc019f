import type { OrganisationKind, Role } from './actors.js';
import type { CaseRelation } from './authorisation/relations.js';
import { ballHolders, holdersOf, type BallHolder } from './ball-holders.js';
import type { CaseState } from './case-state.js';
import { hearing, type CaseAsHeard } from './event-audience.js';
import type { EventType } from './events.js';
import { isUrgent, LEGAL_EVENTS, WORTH_TELLING, type NotificationKind } from './notification-kinds.js';
import type { Seal } from './withheld.js';

/** An event as an organisation was told of it. */
export interface ToldEvent {
  readonly eventId: string;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}
/** A duty of the organisation that came up with a decision and still waits. */
export interface OpenedTask extends Pick<BallHolder, 'what' | 'subject' | 'otherwise'> {
  readonly role: string;
  readonly dueAt?: string | null;
  readonly personId?: string | null;
  readonly claimedBy?: string | null;
}
/** What an organisation was told of one decision, all of it together. */
export interface ToldDecision {
  /** Whose people it is for; undefined: the programme office. */
  readonly organisationId?: string | undefined;
  /** What the organisation has to do with the case now: nothing when its consent has ended. */
  readonly relations: readonly CaseRelation[];
  readonly events: readonly ToldEvent[];
  readonly opened: readonly OpenedTask[];
  /** Whoever decided knows it. */
  readonly actedBy?: string | undefined;
  readonly auditorId?: string | undefined;
  /** As it is now; needed for reminders, escalations and what was delegated. */
  readonly state?: CaseState | undefined;
  readonly seq: number;
  readonly seal: Seal;
  readonly known: CaseAsHeard;
}
/** Somebody with a membership. */
export interface Recipient {
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
}
/** One message for one person: codes, ids and dates. */
export interface Notice {
  readonly personId: string;
  readonly organisationId: string;
  readonly eventId: string;
  readonly kind: NotificationKind;
  readonly type: EventType;
  readonly params: Readonly<Record<string, unknown>>;
}
type Message = Omit<Notice, 'personId' | 'organisationId'>;

/** Of one event only the strongest is told. */
const STRONGEST: readonly NotificationKind[] = ['legal', 'task', 'escalation', 'reminder', 'happened'];

/** Comes up long before it can be done: its reminders tell of it. */
const TOLD_BY_REMINDERS: readonly string[] = [
  'renew-qualification',
  'renew-certificate',
  'renew-external-report',
];

const isOffice = ({ relations }: ToldDecision): boolean => relations.includes('programme-office');
const has = ({ roles }: Recipient, ...wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));

/** About deadlines and delegations: told to whoever holds them, and to nobody else. */
const ABOUT_DUTIES: readonly EventType[] = ['reminder-due', 'escalated', 'task-delegated'];

/**
 * Whose duty such an event is about, as far as it is for this organisation's feed: suppliers hear it by their own feed,
 * when they may; auditors and buyers hear of no deadlines by theirs, so the office's entry is told to them too.
 */
function dutiesIn(decision: ToldDecision, { type, data }: ToldEvent): readonly BallHolder[] {
  const { state, known } = decision;
  if (!state) return [];
  const delegated = ballHolders(state).filter(({ task }) => task === data['task']);
  const all = type === 'task-delegated' ? delegated : holdersOf(state, String(data['deadline']));
  const own = all.filter(({ organisationId }) => organisationId === state.supplierId);
  if (decision.relations.includes('supplier')) return own;
  if (!isOffice(decision)) return [];
  // While a child is in danger a buyer is told of nothing, as its supplier.
  const listener = { organisationId: state.supplierId, relation: 'supplier' as const };
  const quiet =
    typeof hearing({ type, data, seq: decision.seq, seal: decision.seal }, listener, known) === 'string';
  const isBuyers = ({ role }: BallHolder): boolean => role.startsWith('buyer') || role === 'inspector';
  return all.filter((holder) => !own.includes(holder) && !(quiet && isBuyers(holder)));
}

/** Organisations whose people a decision may concern; undefined among them: the programme office. */
export function organisationsConcerned(decision: ToldDecision): readonly (string | undefined)[] {
  const duties = decision.events
    .filter(({ type }) => ABOUT_DUTIES.includes(type))
    .flatMap((event) => dutiesIn(decision, event));
  return [...new Set([decision.organisationId, ...duties.map(({ organisationId }) => organisationId)])];
}

const worksFor = (person: Recipient, organisationId: string | undefined): boolean =>
  organisationId === undefined
    ? person.organisationKind === 'programme-office'
    : person.organisationId === organisationId;

function isHeldBy(holder: BallHolder, person: Recipient, claimedBy: string | undefined): boolean {
  const only = claimedBy ?? holder.personId;
  const mine = only === undefined || only === person.personId;
  return mine && has(person, holder.role) && worksFor(person, holder.organisationId);
}

/** To whom a duty that was not done is taken: first whoever manages its holder's people, then up in the office. */
function escalatedTo(
  decision: ToldDecision,
  event: ToldEvent,
  person: Recipient,
): Partial<BallHolder> | undefined {
  const { to, deadline } = event.data;
  const here = dutiesIn(decision, event);
  if (to === 'holders-administrator')
    return has(person, 'administrator')
      ? here.find(({ organisationId }) => worksFor(person, organisationId))
      : undefined;
  const runs = decision.state?.deadlines.some(({ key }) => key === deadline) ?? false;
  const told = has(person, to === 'head-of-programme' ? 'administrator' : 'officer');
  if (!runs || !told || !isOffice(decision) || person.organisationKind !== 'programme-office')
    return undefined;
  return (decision.state && holdersOf(decision.state, String(deadline))[0]) ?? {};
}

const dutyParams = (
  { what, subject, dueAt = null, otherwise }: Partial<OpenedTask>,
  tasks: number,
): Message['params'] => ({
  ...(what !== undefined && { what, subject, dueAt, otherwise }),
  tasks,
});

/** Reminders of one decision are one message, escalations another: about the first of them, with their number. */
function aboutDuties(
  decision: ToldDecision,
  person: Recipient,
  type: 'reminder-due' | 'escalated',
): readonly Message[] {
  const claims = decision.state?.claims ?? {};
  const mine = decision.events
    .filter((event) => event.type === type)
    .flatMap((event) => {
      const holder =
        dutiesIn(decision, event).find((one) => isHeldBy(one, person, claims[one.task]?.personId)) ??
        (type === 'escalated' ? escalatedTo(decision, event, person) : undefined);
      return holder ? [{ event, holder }] : [];
    });
  const [first] = mine;
  if (!first) return [];
  const { eventId, data } = first.event;
  const params = { ...data, ...dutyParams(first.holder, mine.length) };
  return [{ eventId, kind: type === 'escalated' ? 'escalation' : 'reminder', type, params }];
}

const delegatedTo = (decision: ToldDecision, person: Recipient): readonly Message[] =>
  decision.events
    .filter(({ type, data }) => type === 'task-delegated' && data['toPersonId'] === person.personId)
    .flatMap((event): readonly Message[] => {
      const holder = dutiesIn(decision, event).find((one) => worksFor(person, one.organisationId));
      const { eventId, type, data } = event;
      return holder ? [{ eventId, kind: 'task', type, params: { ...data, ...dutyParams(holder, 1) } }] : [];
    });

/** Whether somebody follows the cases of their organisation. */
function follows(decision: ToldDecision, person: Recipient, legal: boolean): boolean {
  const { relations, auditorId } = decision;
  return (
    (relations.includes('supplier') && has(person, 'supplier', ...(legal ? ['administrator'] : []))) ||
    (relations.includes('buyer') && has(person, 'buyer-requester', 'buyer-approver')) ||
    (relations.includes('audit-firm') && person.personId === auditorId) ||
    (isOffice(decision) && has(person, 'officer'))
  );
}

/** What happened, and the duties that came up with it: in one message, or in one for each decision that must be told. */
function happened(decision: ToldDecision, person: Recipient): readonly Message[] {
  if (!worksFor(person, decision.organisationId)) return [];
  const isWorth = ({ type }: ToldEvent): boolean =>
    decision.relations.some((relation) => WORTH_TELLING[relation].includes(type));
  const worth = decision.events.filter(isWorth);
  const isLegal = ({ type }: ToldEvent): boolean => LEGAL_EVENTS.includes(type) && !isOffice(decision);
  const legal = follows(decision, person, true) ? worth.filter(isLegal) : [];
  const knows = decision.actedBy === person.personId;
  const tasks = knows ? [] : decision.opened.filter((task) => isOpenTo(task, person));
  const [task] = tasks;
  const duty = task && dutyParams(task, tasks.length);
  if (legal.length > 0)
    return legal.map(({ eventId, type, data }, i) => ({
      ...{ eventId, kind: 'legal', type },
      params: { ...data, ...(i === 0 && duty) },
    }));
  const other = decision.events.find(({ type }) => !ABOUT_DUTIES.includes(type));
  const event =
    worth.find(({ type }) => isUrgent(type)) ?? worth[0] ?? (duty && (other ?? decision.events[0]));
  if (!event || (!duty && (knows || !follows(decision, person, false)))) return [];
  const { eventId, type, data } = event;
  return [{ eventId, kind: duty ? 'task' : 'happened', type, params: { ...data, ...duty } }];
}

function isOpenTo({ role, what, personId, claimedBy }: OpenedTask, person: Recipient): boolean {
  const only = claimedBy ?? personId ?? person.personId;
  return only === person.personId && has(person, role) && !TOLD_BY_REMINDERS.includes(what);
}

/**
 * Of one event a person is told once, by the strongest notice of it: also who has to do with the case in several ways, or
 * works for several organisations.
 */
export function onceEach<T extends Pick<Notice, 'personId' | 'eventId' | 'kind'>>(
  notices: readonly T[],
): readonly T[] {
  const strength = ({ kind }: T): number => STRONGEST.indexOf(kind);
  const told = new Map<string, T>();
  for (const notice of notices) {
    const key = `${notice.personId} ${notice.eventId}`;
    const known = told.get(key);
    if (!known || strength(notice) < strength(known)) told.set(key, notice);
  }
  return [...told.values()];
}

/**
 * What of a decision is told to whom, one message for each event and person. Nothing to those whose organisation has
 * nothing to do with the case any more.
 */
export function noticesOf(decision: ToldDecision, people: readonly Recipient[]): readonly Notice[] {
  if (decision.relations.length === 0) return [];
  const notices = people.flatMap((person) =>
    [
      ...happened(decision, person),
      ...delegatedTo(decision, person),
      ...aboutDuties(decision, person, 'reminder-due'),
      ...aboutDuties(decision, person, 'escalated'),
    ].map((message) => ({
      ...{ personId: person.personId, organisationId: person.organisationId },
      ...message,
    })),
  );
  return onceEach(notices);
}
