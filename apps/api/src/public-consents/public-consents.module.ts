import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { PublicConsentsController } from './public-consents.controller.js';
import { PublicConsentsService } from './public-consents.service.js';

@Module({
  imports: [FactsModule],
  controllers: [PublicConsentsController],
  providers: [PublicConsentsService],
  exports: [PublicConsentsService],
})
export class PublicConsentsModule {}
