import { Body, Controller, Delete, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, PageQuery, SessionPage, SwitchOrganisation } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply } from 'fastify';
import type { ActingSession } from '../auth/authentication.js';
import { CurrentActor, CurrentSession, SessionIfAny } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('sessions')
@Controller('v1')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Delete('session')
  @Operation('signOut', { summary: 'Sign out of this browser', problems: [409] })
  signOut(
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.sessions.signOut(actor, session.id, reply);
  }

  @Put('session/organisation')
  @Operation('switchOrganisation', {
    summary: 'Go on in the name of another organisation you belong to; the cookie changes',
    problems: [409],
  })
  switchOrganisation(
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
    @Body({ schema: SwitchOrganisation }) { organisationId }: SwitchOrganisation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.sessions.switchOrganisation(actor, session.id, organisationId, reply);
  }

  @Delete('sessions/:id')
  @Operation('endSession', { summary: 'End a session (its person, or the office)', problems: [404] })
  end(@CurrentActor() actor: Person, @Param('id', { schema: id }) sessionId: string) {
    return this.sessions.end(actor, sessionId);
  }

  @Get('people/:id/sessions')
  @Operation('listSessions', {
    summary: 'List the sessions of a person, newest first',
    answers: SessionPage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @SessionIfAny() session: ActingSession | undefined,
    @Param('id', { schema: id }) personId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.sessions.list(actor, session?.id, personId, page);
  }

  @Delete('people/:id/sessions')
  @Operation('endSessions', {
    summary: 'End all sessions of a person but the one that asks (the person, or the office)',
    problems: [403, 404],
  })
  endAll(
    @CurrentActor() actor: Person,
    @SessionIfAny() session: ActingSession | undefined,
    @Param('id', { schema: id }) personId: string,
  ) {
    return this.sessions.endAll(actor, session?.id, personId);
  }
}
