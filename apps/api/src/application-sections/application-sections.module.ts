import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { ApplicationSectionsController } from './application-sections.controller.js';
import { ApplicationSectionsService } from './application-sections.service.js';

@Module({
  imports: [FactsModule],
  controllers: [ApplicationSectionsController],
  providers: [ApplicationSectionsService],
})
export class ApplicationSectionsModule {}
