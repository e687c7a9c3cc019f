import { Injectable } from '@nestjs/common';
import type { CorrectiveActionResponse } from '#contracts';
import { correctiveActionPaper, type Person } from '#domain';
import type { FactRow } from '#persistence';
import { foreignPilot } from '../qualifications/qualifications.view.js';
import { FactsService } from '../facts/facts.service.js';

/** What the supplier does about each nonconformity. */
@Injectable()
export class CorrectiveActionsService {
  constructor(private readonly facts: FactsService) {}

  async list(actor: Person, id: string) {
    const { state, relations } = await this.facts.mayKnow('listCorrectiveActions', actor, id);
    return {
      items: Object.entries(state.correctiveActions)
        .filter(([key]) => !foreignPilot(state, key, relations, actor))
        .map(([key, action]) => ({ id: key, ...action })),
    };
  }

  /** The response to one corrective action: the supplier's, its auditor's and the office's to read. */
  async response(actor: Person, id: string, actionId: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('getResponse', actor, id, correctiveActionPaper(actionId)) };
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
