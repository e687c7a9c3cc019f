import type { CaseRelation } from './authorisation/relations.js';
import type { EventType } from './events.js';
import type { Seal } from './withheld.js';

/** Something that happened to a case, as its decision left it in the outbox. */
export interface EventOfCase {
  readonly seq: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  /** Of the journal row that it came with. */
  readonly seal: Seal;
}
/** An organisation that has to do with the case, and as what. */
export interface Listener {
  readonly organisationId: string;
  readonly relation: CaseRelation;
}
/** What it takes to know who may hear of a case now. */
export interface CaseAsHeard {
  readonly closedSeals: readonly Seal[];
  /** While a child is in danger supplier and buyers are told of nothing after this `seq` (domain 0.10). */
  readonly toldUntil?: number | undefined;
  /** Whose pilot each one is. */
  readonly buyerOfPilot: Readonly<Record<string, string>>;
}
/** Why an event could not be told and was set aside: codes, so that nothing of its data is. */
export const PARK_REASONS = [
  'unknown-type',
  'unreadable-data',
  'unreadable-case',
  'refused-by-database',
  'failed',
] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

/** What a listener is told of an event: these data now, nothing yet, or nothing ever. */
export type Hearing = { readonly told: Readonly<Record<string, unknown>> } | 'later' | 'never';

/** What an audit firm at work on a case is told beside what names it. */
const FOR_AUDIT_FIRM: readonly EventType[] = [
  'visit-proposed',
  'visit-agreed',
  'visit-refused',
  'audit-started',
  'audit-aborted',
  'audit-submitted',
  'zero-tolerance-confirmed',
  'zero-tolerance-dismissed',
  'corrections-proposed',
  'correction-accepted',
  'correction-refused',
  'not-applicable-confirmed',
  'audit-returned',
  'assessment-passed',
  'corrective-actions-required',
  'corrective-action-submitted',
  'corrective-action-verified',
  'corrective-action-rejected',
  'corrective-action-partly-accepted',
  'verification-set',
  'corrective-plan-accepted',
  'surveillance-assigned',
  'surveillance-submitted',
  'surveillance-concluded',
  'renewal-audit-planned',
  'qualification-rejected',
  'qualification-withdrawn',
  'qualification-lapsed',
];

/**
 * How a case goes on, for buyers who have its consent; and which of its data they are told. Of what is in a section that the
 * supplier may keep from them, such as a grade, the case tells them as far as it is opened to them, and no event does.
 */
const FOR_BUYERS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'application-submitted': [],
  'application-resubmitted': [],
  'application-accepted': [],
  'screening-cleared': [],
  'assessment-started': [],
  'assessment-ready-for-review': [],
  'assessment-passed': [],
  'corrective-actions-required': [],
  'corrective-plan-accepted': [],
  'qualification-granted': ['until', 'conditional'],
  'qualification-downgraded': [],
  'conditions-met': [],
  'qualification-suspended': ['since'],
  'qualification-reinstated': ['since'],
  'qualification-revoked': [],
  'qualification-rejected': [],
  'qualification-withdrawn': [],
  'qualification-lapsed': [],
  'requalification-opened': ['until'],
  'qualification-renewed': ['until'],
};

/** What is about one buyer, by its id or by a pilot order of its own, is that buyer's. */
function isOfBuyer(
  { data }: EventOfCase,
  { organisationId }: Listener,
  { buyerOfPilot }: CaseAsHeard,
): boolean {
  if (data['buyerId'] !== undefined) return data['buyerId'] === organisationId;
  return typeof data['pilotId'] === 'string' && buyerOfPilot[data['pilotId']] === organisationId;
}

const only = (data: EventOfCase['data'], fields: readonly string[]): EventOfCase['data'] =>
  Object.fromEntries(Object.entries(data).filter(([field]) => fields.includes(field)));

/** What a buyer may hear of an event whatever seal it has; nothing when it is not for buyers. */
function forBuyer(
  event: EventOfCase,
  listener: Listener,
  known: CaseAsHeard,
): EventOfCase['data'] | undefined {
  if (isOfBuyer(event, listener, known)) return event.data;
  const fields = FOR_BUYERS[event.type];
  return fields && only(event.data, fields);
}

function forAuditFirm(event: EventOfCase, { organisationId }: Listener): EventOfCase['data'] | undefined {
  const { type, data, seal } = event;
  if (data['firmId'] !== undefined) return data['firmId'] === organisationId ? data : undefined;
  return FOR_AUDIT_FIRM.includes(type) && seal !== 'internal' ? data : undefined;
}

/**
 * What one party of a case is told of one of its events: the same as the journal and the case itself would tell it
 * (`withheld.ts`). The office hears all. The supplier hears what is not sealed; what will be told when the seal opens comes
 * later, at a place of its own. Buyers hear how the case goes on and what is theirs, audit firms what their work is about.
 */
export function hearing(event: EventOfCase, listener: Listener, known: CaseAsHeard): Hearing {
  if (listener.relation === 'programme-office') return { told: event.data };
  if (listener.relation === 'audit-firm') {
    const told = forAuditFirm(event, listener);
    return told ? { told } : 'never';
  }
  const told = listener.relation === 'supplier' ? event.data : forBuyer(event, listener, known);
  if (!told || event.seal === 'internal') return 'never';
  const sealed = known.closedSeals.includes(event.seal) || event.seq > (known.toldUntil ?? Infinity);
  return sealed ? 'later' : { told };
}
