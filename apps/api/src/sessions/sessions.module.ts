import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [SessionsController],
  providers: [Sessions, SessionsService],
  exports: [Sessions, SessionsService],
})
export class SessionsModule {}
