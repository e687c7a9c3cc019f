import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { InterestsController } from './interests.controller.js';
import { InterestsService } from './interests.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [InterestsController],
  providers: [InterestsService],
})
export class InterestsModule {}
