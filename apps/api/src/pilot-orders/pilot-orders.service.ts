import { Injectable } from '@nestjs/common';
import type { LotInspection, PilotNeedsQuery, PilotTerms } from '#contracts';
import {
  APPLICATION,
  inspectionPaper,
  pilotOrderPaper,
  pilotSuggestion,
  type Person,
  type PilotSuggestion,
} from '#domain';
import { notFound } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { lotSample, pilotOrderView, seesAllPilots } from './pilot-orders.view.js';

/** Pilot orders with their lots, sampling plans and inspections. */
@Injectable()
export class PilotOrdersService {
  constructor(private readonly facts: FactsService) {}

  /** A buyer sees its own pilots, supplier and office see all; each lot with the plan it is judged by. */
  async list(actor: Person, id: string) {
    const { state, relations } = await this.facts.mayKnow('listPilotOrders', actor, id);
    const all = seesAllPilots(relations);
    const items = Object.entries(state.pilots)
      .filter(([, pilot]) => all || pilot.buyerId === actor.organisationId)
      .map(([pilotId, pilot]) => pilotOrderView(state, pilotId, pilot));
    return { items };
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

  async inspect(
    actor: Person,
    qualificationId: string,
    pilotId: string,
    lotNumber: number,
    content: LotInspection,
    expectedVersion: number,
  ) {
    const { state } = await this.facts.mayKnow('writeInspection', actor, qualificationId);
    const pilot = state.pilots[pilotId];
    const lot = pilot?.lots.find((l) => l.lot === lotNumber);
    if (!lot || pilot?.buyerId !== actor.organisationId) throw notFound('lot');
    const paper = inspectionPaper(pilotId, lotNumber, lot.reworked);
    const asked = { qualificationId, paper, item: 'result', content: { ...content }, expectedVersion };
    return { item: 'result', version: await this.facts.write('writeInspection', actor, asked) };
  }
}
