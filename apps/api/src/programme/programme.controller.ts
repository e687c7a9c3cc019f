import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  FigureCasePage,
  FigureCasesExportQuery,
  FigureCasesQuery,
  FigureName,
  FigureQuery,
  FigureView,
} from '#contracts';
import type { FigureId, Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { contentDisposition } from '../http/content-disposition.js';
import { Operation } from '../http/operation.js';
import { ProgrammeService } from './programme.service.js';

const CSV = 'text/csv';
const Figure = () => Param('figure', { schema: FigureName });

/** A table to keep: never run by the program that opens it, and known for what it is by its first bytes. */
const sendCsv = (reply: FastifyReply, name: string, text: string | Readable) =>
  reply
    .headers({
      'content-type': `${CSV}; charset=utf-8`,
      'content-disposition': contentDisposition('attachment', `${name}.csv`),
    })
    .send(text);

@ApiTags('programme')
@Controller('v1/programme/figures/:figure')
export class ProgrammeController {
  constructor(private readonly programme: ProgrammeService) {}

  @Get()
  @Operation('getFigure', {
    summary: 'One figure of a cohort (office)',
    answers: FigureView,
    problems: [403],
  })
  read(
    @CurrentActor() actor: Person,
    @Figure() figure: FigureId,
    @Query({ schema: FigureQuery }) query: FigureQuery,
  ) {
    return this.programme.figure(actor, figure, query);
  }

  @Get('csv')
  @ApiProduces(CSV)
  @Operation('exportFigure', {
    summary: 'One figure of a cohort as a table: UTF-8 with its mark, nothing in it is a formula (office)',
    streams: CSV,
    problems: [403],
  })
  async readCsv(
    @CurrentActor() actor: Person,
    @Figure() figure: FigureId,
    @Query({ schema: FigureQuery }) query: FigureQuery,
    @Res() reply: FastifyReply,
  ) {
    return sendCsv(reply, figure, await this.programme.figureCsv(actor, figure, query));
  }

  @Get('cases')
  @Operation('listFigureCases', {
    summary: 'The cases behind one number of a figure, newest first (office)',
    answers: FigureCasePage,
    problems: [403],
  })
  cases(
    @CurrentActor() actor: Person,
    @Figure() figure: FigureId,
    @Query({ schema: FigureCasesQuery }) query: FigureCasesQuery,
  ) {
    return this.programme.cases(actor, figure, query);
  }

  @Get('cases/csv')
  @ApiProduces(CSV)
  @Operation('exportFigureCases', {
    summary: 'All cases behind one number of a figure as a table (office)',
    streams: CSV,
    problems: [403],
  })
  casesCsv(
    @CurrentActor() actor: Person,
    @Figure() figure: FigureId,
    @Query({ schema: FigureCasesExportQuery }) query: FigureCasesExportQuery,
    @Res() reply: FastifyReply,
  ) {
    const text = this.programme.casesCsv(actor, figure, query);
    return sendCsv(reply, `${figure}-cases`, Readable.from(text));
  }
}
