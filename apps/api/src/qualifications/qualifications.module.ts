import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { QualificationsController } from './qualifications.controller.js';
import { QualificationsService } from './qualifications.service.js';

@Module({
  imports: [CommandsModule],
  controllers: [QualificationsController],
  providers: [QualificationsService],
})
export class QualificationsModule {}
