import { Injectable } from '@nestjs/common';
import type { LotInspection, PilotTerms } from '#contracts';
import { inspectionPaper, lotPlan, pilotOrderPaper, type Person } from '#domain';
import { notFound } from '#platform';
import { FactsService } from '../facts/facts.service.js';

/** Pilot orders with their lots, sampling plans and inspections. */
@Injectable()
export class PilotOrdersService {
  constructor(private readonly facts: FactsService) {}

  /** A buyer sees its own pilots, supplier and office see all; each lot with the plan it is judged by. */
  async list(actor: Person, id: string) {
    const { state, relations } = await this.facts.mayKnow('listPilotOrders', actor, id);
    const all = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const items = Object.entries(state.pilots)
      .filter(([, pilot]) => all || pilot.buyerId === actor.organisationId)
      .map(([pilotId, pilot]) => ({
        id: pilotId,
        ...pilot,
        lots: pilot.lots.map((lot) => ({ ...lot, plan: lotPlan(state.category, lot.size, lot.inspection) })),
      }));
    return { items };
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
