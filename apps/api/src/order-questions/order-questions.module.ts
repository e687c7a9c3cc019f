import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { ExternalIdsController } from './external-ids.controller.js';
import { OrderQuestionsController } from './order-questions.controller.js';
import { OrderQuestionsService } from './order-questions.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [OrderQuestionsController, ExternalIdsController],
  providers: [OrderQuestionsService],
})
export class OrderQuestionsModule {}
