import { Injectable } from '@nestjs/common';
import type { BoardQuery, LotInspection, PilotNeedsQuery, PilotTerms } from '#contracts';
import {
  APPLICATION,
  inspectionPaper,
  pilotOrderPaper,
  pilotSuggestion,
  type CaseState,
  type Person,
  type PilotSuggestion,
} from '#domain';
import { asToldTo, Database, type Row } from '#persistence';
import { decodeCursor, notFound, pageOf } from '#platform';
import { z } from 'zod';
import { FactsService } from '../facts/facts.service.js';
import { BOARD, BOARD_LATEST } from './pilot-orders.queries.js';
import {
  boardOrderView,
  lotSample,
  pilotOrderView,
  seesAllPilots,
  type BoardRow,
} from './pilot-orders.view.js';

/** What a board goes on after: when an order is due, its case and its id. */
const Place = z.tuple([z.iso.datetime(), z.uuid(), z.uuid()]);

/** Pilot orders with their lots, sampling plans and inspections. */
@Injectable()
export class PilotOrdersService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
  ) {}

  /** A buyer sees its own pilots, supplier and office see all; each lot with the plan it is judged by. */
  async list(actor: Person, id: string) {
    const { state, relations } = await this.facts.mayKnow('listPilotOrders', actor, id);
    const all = seesAllPilots(relations);
    const items = Object.entries(state.pilots)
      .filter(([, pilot]) => all || pilot.buyerId === actor.organisationId)
      .map(([pilotId, pilot]) => pilotOrderView(state, pilotId, pilot));
    return { items };
  }

  /** Orders of the buyer over all its cases, what is due first comes first; of what is done the latest. */
  async board(actor: Person, { board, cursor, limit }: BoardQuery) {
    const [dueAt = null, qualificationId = null, id = null] = decodeCursor(cursor, Place) ?? [];
    const statement = board === 'done' ? BOARD_LATEST : BOARD;
    const values = [actor.organisationId, board ?? null, dueAt, qualificationId, id, limit + 1];
    const rows = await this.db.run<BoardRow & Row>(actor, statement, values);
    return pageOf(
      rows,
      limit,
      (row) => boardOrderView(asToldTo(row, actor)),
      (row) => [row.dueAt.toISOString(), row.id, row.pilotId],
    );
  }

  /** The units of a lot to inspect, drawn by the seed of the lot. */
  async sample(actor: Person, id: string, pilotId: string, lotNumber: number) {
    const { state, relations } = await this.facts.mayKnow('getLotSample', actor, id);
    const pilot = state.pilots[pilotId];
    const theirs = pilot && (seesAllPilots(relations) || pilot.buyerId === actor.organisationId);
    const lot = theirs ? pilot.lots.find((one) => one.lot === lotNumber) : undefined;
    const sample = lot && lotSample(state, lot);
    if (!sample) throw notFound('lot');
    return sample;
  }

  /** How large an order should be, from what the buyer needs and what the supplier declares it can make. */
  async suggest(actor: Person, id: string, needs: PilotNeedsQuery): Promise<PilotSuggestion> {
    const rows = await this.facts.read('getPilotSuggestion', actor, id, APPLICATION);
    const content: Readonly<Record<string, unknown>> =
      rows.find((row) => row.item === 'capacity')?.content ?? {};
    const declared = (field: string): number | undefined =>
      typeof content[field] === 'number' ? content[field] : undefined;
    return pilotSuggestion({
      ...needs,
      freeCapacity: declared('freeCapacity'),
      monthlyCapacity: declared('monthlyCapacity'),
      minimumOrder: declared('minimumOrder'),
    });
  }

  /** The buyer's own next order, until it is placed. */
  async writeTerms(actor: Person, qualificationId: string, content: PilotTerms, expectedVersion: number) {
    const paper = pilotOrderPaper(actor.organisationId);
    const asked = { qualificationId, paper, item: 'terms', content: { ...content }, expectedVersion };
    return { item: 'terms', version: await this.facts.write('writePilotTerms', actor, asked) };
  }

  async readTerms(actor: Person, id: string) {
    return {
      items: await this.facts.read('getPilotTerms', actor, id, pilotOrderPaper(actor.organisationId)),
    };
  }

  /** What the buyer wrote down of the inspection of a lot, of the one after its rework where there was one. */
  async readInspection(actor: Person, id: string, pilotId: string, lotNumber: number) {
    const found = await this.facts.mayKnow('getInspection', actor, id);
    const paper = ownInspection(found.state, actor, pilotId, lotNumber);
    return { items: await this.facts.readOf(found, actor, paper) };
  }

  async inspect(
    actor: Person,
    qualificationId: string,
    pilotId: string,
    lotNumber: number,
    content: LotInspection,
    expectedVersion: number,
  ) {
    const { state } = await this.facts.mayKnow('writeInspection', actor, qualificationId);
    const paper = ownInspection(state, actor, pilotId, lotNumber);
    const asked = { qualificationId, paper, item: 'result', content: { ...content }, expectedVersion };
    return { item: 'result', version: await this.facts.write('writeInspection', actor, asked) };
  }
}

/** The paper of a lot that the actor's organisation ordered. @throws ProblemException 404 when it ordered none such */
function ownInspection(
  { pilots }: CaseState,
  { organisationId }: Person,
  pilotId: string,
  lotNumber: number,
): string {
  const pilot = pilots[pilotId];
  const lot = pilot?.lots.find((one) => one.lot === lotNumber);
  if (!lot || pilot?.buyerId !== organisationId) throw notFound('lot');
  return inspectionPaper(pilotId, lotNumber, lot.reworked);
}
