import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FigureDefinitionList, PublicFiguresView, WordingQuery } from '#contracts';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { ProgrammeService } from './programme.service.js';

@ApiTags('programme')
@Controller('v1/programme')
@Public()
export class PublicFiguresController {
  constructor(private readonly programme: ProgrammeService) {}

  @Get('figures')
  @Operation('listFigures', {
    summary: 'The figures of the programme: what each says, where it comes from, and what it is made of',
    answers: FigureDefinitionList,
  })
  list(@Query({ schema: WordingQuery }) { language }: WordingQuery) {
    return this.programme.definitions(language);
  }

  @Get('public-figures')
  @Operation('listPublicFigures', {
    summary: 'The figures that everybody may read, of the whole programme, with small groups hidden',
    answers: PublicFiguresView,
  })
  read() {
    return this.programme.publicFigures();
  }
}
