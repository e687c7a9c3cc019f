import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LetterPage, LetterQuery, LetterSeq, LetterView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { prefersPage } from '../http/prefers-page.js';
import { LETTER_POLICY, letterPage } from './letter-page.js';
import { LettersService } from './letters.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('qualifications')
@Controller('v1/qualifications/:id/letters')
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Get()
  @Operation('listLetters', {
    summary: 'Letters about the decisions of a case, in the order of the journal',
    answers: LetterPage,
    problems: [403, 404],
  })
  list(@CurrentActor() actor: Person, @Id() id: string, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.letters.list(actor, id, page);
  }

  @Get(':seq')
  @ApiProduces('application/json', 'text/html')
  @Operation('getLetter', {
    summary:
      'One letter, in English, draft Khmer or draft Chinese: as a page to print where `Accept` prefers text/html',
    answers: LetterView,
    problems: [403, 404],
  })
  async read(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('seq', { schema: LetterSeq }) seq: number,
    @Query({ schema: LetterQuery }) { lang }: LetterQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const letter = await this.letters.read(actor, id, seq, lang);
    reply.headers({ vary: 'accept', 'content-language': lang });
    if (!prefersPage(accept)) return letter;
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': LETTER_POLICY });
    return letterPage(letter);
  }
}
