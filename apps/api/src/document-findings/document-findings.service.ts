import { Injectable } from '@nestjs/common';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { DocumentsService } from '../documents/documents.service.js';
import { LIST } from './document-findings.queries.js';
import { findingView, type FindingRow } from './document-findings.view.js';

/** What the checks found about documents. It names documents of other firms: the office alone reads it. */
@Injectable()
export class DocumentFindingsService {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentsService,
  ) {}

  async list(actor: Person, id: string) {
    await this.documents.mustMay('listDocumentFindings', actor, id);
    const rows = await this.db.run<FindingRow & Record<string, unknown>>(actor, LIST, [id]);
    return { items: rows.map(findingView) };
  }
}
