import { Injectable } from '@nestjs/common';
import type { OriginQuery } from '#contracts';
import {
  COMPLIANCE,
  localDate,
  originReport,
  TRADE_PROGRAMMES_AS_OF,
  type CostSheet,
  type Person,
} from '#domain';
import { FactsService } from '../facts/facts.service.js';

/** What the cost sheets of a case say of the origin of its goods. */
@Injectable()
export class OriginService {
  constructor(private readonly facts: FactsService) {}

  /** For the supplier, the office and buyers to whom the supplier opened its cost sheets. */
  async read(actor: Person, id: string, query: OriginQuery) {
    const papers = await this.facts.read('getOrigin', actor, id, COMPLIANCE);
    const found = papers.find(({ item }) => item === 'cost-sheets')?.content as
      { readonly sheets?: readonly CostSheet[] } | undefined;
    const date = query.date ?? localDate(new Date().toISOString());
    return {
      asOf: TRADE_PROGRAMMES_AS_OF,
      date,
      products: (found?.sheets ?? []).map((sheet) => originReport(sheet, date)),
    };
  }
}
