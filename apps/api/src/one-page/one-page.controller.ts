import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { id as Id, OnePageView, PrintQuery, WordingQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { contentDisposition } from '../http/content-disposition.js';
import { Operation } from '../http/operation.js';
import { OnePageService } from './one-page.service.js';

@ApiTags('qualifications')
@Controller('v1/qualifications/:id')
export class OnePageController {
  constructor(private readonly pages: OnePageService) {}

  @Get('one-page')
  @Operation('getOnePage', {
    summary: 'A case on one page: what a buyer decides by, as far as the supplier opened it',
    answers: OnePageView,
    problems: [403, 404],
  })
  read(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WordingQuery }) { language }: WordingQuery,
  ) {
    return this.pages.read(actor, id, language);
  }

  @Get('one-page.pdf')
  @Operation('printOnePage', {
    summary: 'The same to print and to send on, as PDF; 503 where there is no Chromium',
    sends: 'application/pdf',
    problems: [403, 404],
  })
  async print(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PrintQuery }) { language }: PrintQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pdf, name } = await this.pages.print(actor, id, language);
    const disposition = contentDisposition('inline', name);
    const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
    await reply.headers({ ...headers, 'content-language': language }).send(pdf);
  }
}
