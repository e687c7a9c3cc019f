import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id, NotePage, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { NotesService } from './notes.service.js';

@ApiTags('qualifications')
@Controller('v1/qualifications/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @Operation('listNotes', {
    summary:
      'What was written beside decisions: all of it for the office, for the supplier its own and what is meant for it',
    answers: NotePage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.notes.list(actor, id, page);
  }
}
