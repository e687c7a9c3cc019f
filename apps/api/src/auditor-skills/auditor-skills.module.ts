import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { AuditorSkillsController } from './auditor-skills.controller.js';
import { AuditorSkillsService } from './auditor-skills.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [AuditorSkillsController],
  providers: [AuditorSkillsService],
})
export class AuditorSkillsModule {}
