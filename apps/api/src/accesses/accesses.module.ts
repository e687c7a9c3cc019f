import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { AccessesController } from './accesses.controller.js';
import { AccessesService } from './accesses.service.js';

@Module({
  imports: [FactsModule],
  controllers: [AccessesController],
  providers: [AccessesService],
  exports: [AccessesService],
})
export class AccessesModule {}
