import { Injectable } from '@nestjs/common';
import type { AuditAnswer } from '#contracts';
import { surveillancePaper, type Person } from '#domain';
import type { FactRow } from '#persistence';
import { FactsService } from '../facts/facts.service.js';

/** What an auditor records on a visit to a qualified supplier: the same items, in a paper of the visit's own. */
@Injectable()
export class SurveillanceService {
  constructor(private readonly facts: FactsService) {}

  /** As those of the audit, the auditor's and the office's only. */
  async answers(actor: Person, id: string, visit: string): Promise<{ items: readonly FactRow[] }> {
    const paper = surveillancePaper(visit);
    return { items: await this.facts.read('listSurveillanceAnswers', actor, id, paper) };
  }

  /** One answer: one statement, no event. A visit that is not this auditor's has no open paper. */
  async answer(
    actor: Person,
    { id, visit, item }: { readonly id: string; readonly visit: string; readonly item: string },
    content: AuditAnswer,
    expectedVersion: number,
  ) {
    const asked = { qualificationId: id, paper: surveillancePaper(visit), item, content, expectedVersion };
    return { item, version: await this.facts.write('writeSurveillanceAnswer', actor, asked) };
  }
}
