import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, InterviewNote, InterviewNoteWritten, PageQuery, SafeguardingNotePage } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { SafeguardingNotesService } from './safeguarding-notes.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('safeguarding')
@Controller('v1/qualifications/:id')
export class SafeguardingNotesController {
  constructor(private readonly notes: SafeguardingNotesService) {}

  @Get('safeguarding-notes')
  @Operation('listSafeguardingNotes', {
    summary: 'What workers told, and what was said of a child (the assigned auditor, the office)',
    answers: SafeguardingNotePage,
    problems: [403, 404],
  })
  list(@CurrentActor() actor: Person, @Id() caseId: string, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.notes.list(actor, caseId, page);
  }

  @Put('interview-notes/:noteId')
  @Operation('writeInterviewNote', {
    summary:
      'Write down what a worker told, under an id of your own (the assigned auditor, during the audit)',
    answers: InterviewNoteWritten,
    headers: ['if-match-or-none'],
    problems: [403, 404, 409, 412, 428],
  })
  write(
    @CurrentActor() actor: Person,
    @Id() caseId: string,
    @Param('noteId', { schema: id }) noteId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: InterviewNote }) body: InterviewNote,
  ) {
    return this.notes.write(actor, caseId, noteId, body, version);
  }
}
