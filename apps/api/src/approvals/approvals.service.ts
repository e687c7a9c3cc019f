import { Injectable } from '@nestjs/common';
import type { ApprovalScope, DeliveryRecord, ScorecardList } from '#contracts';
import { approvalScopePaper, deliveriesPaper, type Person } from '#domain';
import { declineAdvice, type Language } from '#wording';
import { FactsService } from '../facts/facts.service.js';
import { approvalView } from '../qualifications/years.view.js';

/** Buyers' decisions, each with its own scope and limits. */
@Injectable()
export class ApprovalsService {
  constructor(private readonly facts: FactsService) {}

  /** @param language of the sentence that helps a supplier on after a decline */
  async list(actor: Person, id: string, language: Language) {
    const { state, relations } = await this.facts.mayKnow('listApprovals', actor, id);
    const now = new Date(Math.max(Date.now(), Date.parse(state.caseTime))).toISOString();
    const all = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const items = Object.entries(state.approvals)
      .filter(([buyerId]) => all || buyerId === actor.organisationId)
      .map(([buyerId, approval]) => {
        const advice =
          approval.phase === 'declined' && declineAdvice(approval.declineReason ?? 'other', language);
        return { buyerId, ...approvalView(state, buyerId, approval, now), ...(advice && { advice }) };
      });
    return { items };
  }

  async readScope(actor: Person, id: string) {
    return {
      items: await this.facts.read('getApprovalScope', actor, id, approvalScopePaper(actor.organisationId)),
    };
  }

  async writeScope(actor: Person, qualificationId: string, content: ApprovalScope, expectedVersion: number) {
    const paper = approvalScopePaper(actor.organisationId);
    const asked = { qualificationId, paper, item: 'scope', content: { ...content }, expectedVersion };
    return { item: 'scope', version: await this.facts.write('writeApprovalScope', actor, asked) };
  }

  async readDeliveries(actor: Person, id: string) {
    return {
      items: await this.facts.read('listDeliveries', actor, id, deliveriesPaper(actor.organisationId)),
    };
  }

  async writeDelivery(
    actor: Person,
    qualificationId: string,
    number: string,
    content: DeliveryRecord,
    expectedVersion: number,
  ) {
    const paper = deliveriesPaper(actor.organisationId);
    const asked = { qualificationId, paper, item: number, content: { ...content }, expectedVersion };
    return { item: number, version: await this.facts.write('writeDelivery', actor, asked) };
  }

  /** Of every buyer, for the supplier and the office; a buyer sees its own. */
  async scorecards(actor: Person, id: string): Promise<ScorecardList> {
    const { state, relations } = await this.facts.mayKnow('listScorecards', actor, id);
    const all = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const items = Object.entries(state.scorecards ?? {})
      .filter(([buyerId]) => all || buyerId === actor.organisationId)
      .map(([buyerId, months]) => ({ buyerId, months: [...months] }));
    return { items };
  }
}
