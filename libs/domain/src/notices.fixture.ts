import { ballHolders, type BallHolder } from './ball-holders.js';
import type { JournalEntry } from './decide.js';
import { hearing, type CaseAsHeard, type Listener } from './event-audience.js';
import {
  noticesOf,
  type Notice,
  type Recipient,
  type ToldDecision,
  type ToldEvent,
} from './notifications.js';
import { PEOPLE } from './people.fixture.js';
import type { Walk } from './walk.fixture.js';
import { closedSeals, sealOf } from './withheld.js';

const manager = (organisationId: string, organisationKind: Recipient['organisationKind']): Recipient => ({
  ...{ personId: `${organisationId}-manager`, organisationId, organisationKind, roles: ['administrator'] },
});
/** One of each role, and whoever manages the people of each organisation. */
export const READERS: readonly Recipient[] = [
  PEOPLE.supplier,
  PEOPLE.stranger,
  PEOPLE.officer,
  PEOPLE.officer2,
  PEOPLE.reviewer,
  PEOPLE.auditor,
  PEOPLE.colleague,
  PEOPLE.requester,
  PEOPLE.approver,
  PEOPLE.requester2,
  manager('supplier', 'supplier'),
  manager('office', 'programme-office'),
  manager('firm-1', 'audit-firm'),
];

function listenersOf({ state }: Walk): readonly Listener[] {
  const buyers = new Set([
    ...state.consents,
    ...Object.keys(state.approvals),
    ...Object.values(state.pilots).map(({ buyerId }) => buyerId),
  ]);
  const firm = state.audit.auditor?.organisationId;
  return [
    { organisationId: '', relation: 'programme-office' },
    { organisationId: state.supplierId, relation: 'supplier' },
    ...(firm ? [{ organisationId: firm, relation: 'audit-firm' } as const] : []),
    ...[...buyers].map((organisationId) => ({ organisationId, relation: 'buyer' }) as const),
  ];
}

function toldTo(
  walk: Walk,
  { organisationId, relation }: Listener,
  entry: JournalEntry,
  opened: readonly BallHolder[],
): ToldDecision {
  const { state } = walk;
  const known: CaseAsHeard = {
    closedSeals: closedSeals(state),
    toldUntil: closedSeals(state).includes('safeguarding') ? state.safeguarding?.ended?.seq : undefined,
    buyerOfPilot: Object.fromEntries(Object.entries(state.pilots).map(([id, { buyerId }]) => [id, buyerId])),
  };
  const seal = sealOf(entry, state.supplierId);
  const events = entry.events.flatMap(({ type, params }, part): ToldEvent[] => {
    const heard = hearing({ seq: entry.seq, type, data: params, seal }, { organisationId, relation }, known);
    return typeof heard === 'string' ? [] : [{ eventId: `${entry.seq}.${part}`, type, data: heard.told }];
  });
  const office = relation === 'programme-office';
  return {
    organisationId: office ? undefined : organisationId,
    relations: [relation],
    events,
    opened: opened
      .filter((holder) => (holder.organisationId ?? '') === organisationId)
      .map((holder) => ({ ...holder, claimedBy: state.claims[holder.task]?.personId })),
    actedBy: entry.actor === 'system' ? undefined : entry.actor.personId,
    auditorId: state.audit.auditor?.personId,
    state,
    ...{ seq: entry.seq, seal, known },
  };
}

/** What the steps on this way make everybody be told, as the feeds would give it. */
export function noticesAfter(walk: Walk, step: (walk: Walk) => unknown): readonly Notice[] {
  const before = ballHolders(walk.state).map(({ task }) => task);
  const from = walk.entries.length;
  step(walk);
  const entries = walk.entries.slice(from);
  const opened = ballHolders(walk.state).filter(
    ({ task, role }) => role !== 'system' && !before.includes(task),
  );
  return entries.flatMap((entry) =>
    listenersOf(walk).flatMap((listener) => {
      const decision = toldTo(walk, listener, entry, entry === entries.at(-1) ? opened : []);
      return decision.events.length > 0 ? noticesOf(decision, READERS) : [];
    }),
  );
}

/** `sokha task visit-proposed answer-visit-proposal`. */
export const noticeLines = (notices: readonly Notice[]): readonly string[] =>
  notices
    .map(({ personId, kind, type, params }) =>
      [personId, kind, type, params['what']].filter(Boolean).join(' '),
    )
    .sort();
