import { Injectable } from '@nestjs/common';
import type { NoteView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, PersonalData, readNotes } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { FactsService } from '../facts/facts.service.js';
import { noteView } from './notes.view.js';

/** Free text beside decisions, for those it is meant for. What concerns people in danger is kept and read apart. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly facts: FactsService,
  ) {}

  async list(actor: Person, qualificationId: string, { cursor, limit }: PageQuery): Promise<Page<NoteView>> {
    const { state, closedSeals } = await this.facts.mayKnow('listNotes', actor, qualificationId);
    const page = { after: decodeCursor(cursor, z.number().int()) ?? 0, limit: limit + 1 };
    const found = await readNotes(this.db, this.personal, actor, { qualificationId, closedSeals }, page);
    const rows = found.filter(({ seq }) => seq <= state.seq);
    return pageOf(rows, limit, noteView, ({ seq }) => seq);
  }
}
