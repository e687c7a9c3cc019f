import { Global, Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.js';
import { PageFilter } from './page.filter.js';
import { Pages } from './page.js';
import { PagesController } from './pages.controller.js';

/** Pages of plain HTML, without scripts, for whoever is not in the web app. */
@Global()
@Module({
  imports: [ProgrammeModule],
  controllers: [PagesController],
  providers: [Pages, PageFilter],
  exports: [Pages],
})
export class PagesModule {}
