import { Injectable } from '@nestjs/common';
import type { CorrectiveActionResponse } from '#contracts';
import { correctiveActionPaper, type Person } from '#domain';
import type { FactRow } from '#persistence';
import { foreignPilot, seesSection } from '../qualifications/qualifications.view.js';
import { FactsService } from '../facts/facts.service.js';

/** What the supplier does about each nonconformity. */
@Injectable()
export class CorrectiveActionsService {
  constructor(private readonly facts: FactsService) {}

  async list(actor: Person, id: string) {
    const found = await this.facts.mayKnow('listCorrectiveActions', actor, id);
    const { state, relations } = found;
    return {
      items: Object.entries(seesSection(found, 'corrective-actions') ? state.correctiveActions : {})
        .filter(([key]) => !foreignPilot(state, key, relations, actor))
        .map(([key, action]) => ({ id: key, ...action })),
    };
  }

  /** The response to one corrective action: the supplier's, its auditor's and the office's to read. */
  async response(actor: Person, id: string, actionId: string): Promise<{ items: readonly FactRow[] }> {
    const paper = correctiveActionPaper(actionId);
    return { items: await this.facts.read('getResponse', actor, id, paper, actionId) };
  }

  async respond(
    actor: Person,
    qualificationId: string,
    actionId: string,
    content: CorrectiveActionResponse,
    expectedVersion: number,
  ) {
    const paper = correctiveActionPaper(actionId);
    const version = await this.facts.write('writeResponse', actor, {
      qualificationId,
      paper,
      item: 'response',
      content,
      expectedVersion,
    });
    return { item: actionId, version };
  }
}
