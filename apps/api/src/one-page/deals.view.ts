import type { ApprovalScope, OnePageView } from '#contracts';
import {
  approvalScopePaper,
  hearing,
  HISTORY_TYPES,
  inspectionPaper,
  type CaseAsHeard,
  type CaseRelation,
  type Hand,
  type LotInspection,
  type PilotLot,
} from '#domain';
import { eventSubject } from '#wording';
import { pilotOrderView } from '../pilot-orders/pilot-orders.view.js';
import type { CaseView } from '../qualifications/qualifications.view.js';
import type { PageReader } from './page-reader.js';

/** As what the page is read: a supplier or buyer is one of the case, whatever else its organisation is. */
export const readAs = (relations: readonly CaseRelation[]): OnePageView['readAs'] =>
  relations.includes('programme-office')
    ? 'programme-office'
    : relations.includes('supplier')
      ? 'supplier'
      : 'buyer';

/** What its buyer found in a lot, after its rework where there was one. */
function foundIn({ row }: PageReader, pilotId: string, { lot, reworked }: PilotLot) {
  const paper = inspectionPaper(pilotId, lot, reworked);
  const fact = row.facts.find((one) => one.paper === paper && one.item === 'result');
  return (fact?.content as Partial<LotInspection> | undefined)?.found ?? null;
}

/** Pilot orders that the reader may see, each lot with what was found and its pictures. */
export const pilotsView = (reader: PageReader, { pilots }: CaseView): OnePageView['pilots'] =>
  Object.entries(pilots).map(([id, pilot]) => {
    const order = pilotOrderView(reader.detail.state, id, pilot);
    const photosOf = (lot: number): string[] =>
      reader.row.photos.filter(({ item }) => item === `${id}:${lot}`).map(({ documentId }) => documentId);
    const lots = order.lots.map((lot) => ({
      ...lot,
      found: foundIn(reader, id, lot),
      photos: photosOf(lot.lot),
    }));
    return { ...order, lots };
  });

/** The decision of the buyer that reads: its approval, who had a hand in it, the scope, and what may be done next. */
export function decisionView(reader: PageReader, view: CaseView): OnePageView['decision'] {
  const { organisationId } = reader.actor;
  if (readAs(reader.detail.relations) !== 'buyer') return null;
  const approval = view.approvals[organisationId] ?? null;
  const paper = approvalScopePaper(organisationId);
  const scope = reader.row.facts.find((one) => one.paper === paper && one.item === 'scope');
  const named = (hand: Hand | undefined) =>
    hand ? { personId: hand.personId, name: reader.row.names[hand.personId] ?? null } : null;
  return {
    approval,
    ...{ requester: named(approval?.requester), approver: named(approval?.approver) },
    scope: (scope?.content as ApprovalScope | undefined) ?? null,
    scopeVersion: scope?.version ?? 0,
    allowedCommands: view.allowedCommands,
  };
}

/** What happened, as the feed would tell it to this reader. */
export function historyView({
  detail,
  row,
  actor,
  language,
}: Omit<PageReader, 'now'>): OnePageView['history'] {
  const { state, closedSeals } = detail;
  const known: CaseAsHeard = {
    closedSeals,
    buyerOfPilot: Object.fromEntries(Object.entries(state.pilots).map(([id, { buyerId }]) => [id, buyerId])),
  };
  const listener = { organisationId: actor.organisationId, relation: readAs(detail.relations) };
  return row.history
    .filter(({ type, seq }) => HISTORY_TYPES.includes(type) && seq <= state.seq)
    .flatMap(({ occurredAt, ...event }) => {
      const heard = hearing(event, listener, known);
      if (typeof heard === 'string') return [];
      const { seq, type } = event;
      const at = new Date(occurredAt).toISOString();
      return [{ seq, at, type, text: eventSubject(type, language), data: heard.told }];
    });
}
