import { Module } from '@nestjs/common';
import { ProgrammeController } from './programme.controller.js';
import { ProgrammeService } from './programme.service.js';
import { PublicFiguresController } from './public-figures.controller.js';

@Module({
  controllers: [ProgrammeController, PublicFiguresController],
  providers: [ProgrammeService],
  exports: [ProgrammeService],
})
export class ProgrammeModule {}
