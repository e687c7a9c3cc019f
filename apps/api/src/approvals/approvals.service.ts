import { Injectable } from '@nestjs/common';
import type { ApprovalScope } from '#contracts';
import { approvalScopePaper, type Person } from '#domain';
import { FactsService } from '../facts/facts.service.js';
import { approvalView } from '../qualifications/years.view.js';

/** Buyers' decisions, each with its own scope and limits. */
@Injectable()
export class ApprovalsService {
  constructor(private readonly facts: FactsService) {}

  async list(actor: Person, id: string) {
    const { state, relations } = await this.facts.mayKnow('listApprovals', actor, id);
    const now = new Date(Math.max(Date.now(), Date.parse(state.caseTime))).toISOString();
    const all = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const items = Object.entries(state.approvals)
      .filter(([buyerId]) => all || buyerId === actor.organisationId)
      .map(([buyerId, approval]) => ({ buyerId, ...approvalView(state, buyerId, approval, now) }));
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
}
