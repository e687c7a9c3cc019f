import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { TaskAssignmentsController } from './task-assignments.controller.js';
import { TaskAssignmentsService } from './task-assignments.service.js';

@Module({
  imports: [CommandsModule],
  controllers: [TaskAssignmentsController],
  providers: [TaskAssignmentsService],
})
export class TaskAssignmentsModule {}
