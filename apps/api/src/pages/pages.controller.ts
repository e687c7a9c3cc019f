import { Controller, Get, Header, Param, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { id } from '#contracts';
import { Public } from '../auth/public.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { homePage } from './home.view.js';
import { ICON } from './page-files.js';
import { Pages } from './page.js';
import { STYLE } from './style.js';
import { PageReader, type Reader } from './visit.js';

/** Where the web app is. */
const APP = '/app';
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** The first page of the service, what pages load, and where links in messages lead. */
@ApiExcludeController()
@Controller()
@Public()
export class PagesController {
  constructor(
    private readonly pages: Pages,
    private readonly programme: ProgrammeService,
  ) {}

  @Get()
  async home(@PageReader() reader: Reader) {
    // Whoever wants to apply needs no figures: without the database the page is there all the same.
    const figures = await this.programme.publicFigures().catch(() => undefined);
    return this.pages.answer(reader, homePage(reader.visit, figures));
  }

  @Get('pages/style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', FOR_GOOD)
  style() {
    return STYLE;
  }

  @Get('pages/icon.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', FOR_GOOD)
  icon() {
    return ICON;
  }

  @Get('qualifications/:id')
  @Redirect()
  qualification(@Param('id', { schema: id }) qualificationId: string) {
    return { url: `${APP}/qualifications/${qualificationId}`, statusCode: 303 };
  }

  @Get('notifications')
  @Redirect(`${APP}/notifications`, 303)
  notifications(): void {}
}
