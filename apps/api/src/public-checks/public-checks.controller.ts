import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Checkable, CheckQuery } from '#contracts';
import { Public } from '../auth/public.js';
import { Pages } from '../pages/page.js';
import { PageReader, type Reader } from '../pages/visit.js';
import { PublicChecksService } from './public-checks.service.js';
import { checkFormPage } from './public-checks.view.js';

@ApiExcludeController()
@Controller('check')
@Public()
export class PublicChecksController {
  constructor(
    private readonly checks: PublicChecksService,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@PageReader() reader: Reader, @Query({ schema: CheckQuery }) { number }: CheckQuery) {
    const { visit } = reader;
    return this.pages.answer(reader, number ? await this.checks.check(visit, number) : checkFormPage(visit));
  }

  @Get(':asked')
  async check(@PageReader() reader: Reader, @Param('asked', { schema: Checkable }) asked: string) {
    return this.pages.answer(reader, await this.checks.check(reader.visit, asked));
  }
}
