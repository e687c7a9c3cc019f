import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { TakeChemicalInventory } from '#contracts';
import { COMPLIANCE, readInventory, type InventoryRow, type Person } from '#domain';
import { kindOfType, readTable, UnreadableTable, type BlobStore, type TableKind } from '#evidence';
import { invalid, ProblemException, type FieldError } from '#platform';
import { DocumentsService } from '../documents/documents.service.js';
import type { DocumentRow } from '../documents/documents.view.js';
import { BLOBS } from '../evidence.module.js';
import { FactsService } from '../facts/facts.service.js';
import { faultView } from './chemical-inventory.view.js';

/** Two thousand rows with long names; a larger file is no inventory. */
const MAX_BYTES = 1024 * 1024;
const unfit = (code: string, detail: string): ProblemException => {
  const error: FieldError = { pointer: '#/documentId', detail, code };
  return invalid(error);
};

/** Chemical inventories as tables: a document that was examined becomes the section `chemicals`. */
@Injectable()
export class ChemicalInventoryService {
  constructor(
    private readonly facts: FactsService,
    private readonly documents: DocumentsService,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  /**
   * Read an inventory, all of it or nothing.
   * @throws ProblemException 422 with the first 200 faults of the table, by row and column; else as every fact
   */
  async take(actor: Person, qualificationId: string, expectedVersion: number, body: TakeChemicalInventory) {
    const { state } = await this.facts.mayKnow('takeChemicalInventory', actor, qualificationId);
    const document = await this.documents.mustBeAvailable('getDocumentContent', actor, body.documentId);
    if (document.organisationId !== state.supplierId)
      throw unfit('not-fitting', 'The document belongs to another organisation.');
    const rows = await this.rowsOf(document);
    const content = { rows, documentId: document.id };
    const asked = { qualificationId, paper: COMPLIANCE, item: 'chemicals', content, expectedVersion };
    const version = await this.facts.write('takeChemicalInventory', actor, asked);
    return { item: 'chemicals', version, rows: rows.length };
  }

  private async rowsOf({
    servedSha256,
    servedType,
    servedSize,
  }: DocumentRow): Promise<readonly InventoryRow[]> {
    const kind = servedType === null ? undefined : kindOfType(servedType);
    if (servedSha256 === null || (kind !== 'csv' && kind !== 'xlsx'))
      throw unfit('type-not-allowed', 'An inventory is a CSV or XLSX document.');
    if (Number(servedSize) > MAX_BYTES) throw unfit('too-large', 'An inventory has at most 1 MB.');
    const read = readInventory(await this.cellsOf(servedSha256, kind));
    if ('rows' in read) return read.rows;
    throw new ProblemException('validation', {
      detail: `Nothing was taken: ${read.count} things are wrong in the table.`,
      errors: read.faults.map(faultView),
    });
  }

  private async cellsOf(hash: string, kind: TableKind) {
    try {
      return await readTable(await buffer(await this.blobs.open(hash)), kind);
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      throw unfit('cannot-be-read', 'The table cannot be read.');
    }
  }
}
