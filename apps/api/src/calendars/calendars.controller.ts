import { Controller, Delete, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CalendarFile, CalendarView, NewCalendarView } from '#contracts';
import type { Person } from '#domain';
import { alreadyRead } from '#platform';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { CurrentActor } from '../auth/current-actor.js';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { CalendarsService } from './calendars.service.js';

@ApiTags('notifications')
@Controller('v1')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Post('me/calendar')
  @Operation('renewCalendar', {
    summary: 'Make a secret address for your calendar program, in place of a former one; it is told once',
    answers: NewCalendarView,
    status: 201,
  })
  renew(@CurrentActor() actor: Person) {
    return this.calendars.renew(actor);
  }

  @Get('me/calendar')
  @Operation('getCalendar', {
    summary: 'Whether your due dates have a secret address',
    answers: CalendarView,
    problems: [404],
  })
  read(@CurrentActor() actor: Person) {
    return this.calendars.read(actor);
  }

  @Delete('me/calendar')
  @Operation('endCalendar', { summary: 'Make the secret address worthless', problems: [404] })
  end(@CurrentActor() actor: Person) {
    return this.calendars.end(actor);
  }

  @Get('calendars/:file')
  @Public()
  @ApiProduces('text/calendar')
  @Operation('readCalendar', {
    summary: 'What is due, for a calendar program that has the address: `<secret>.ics`',
    status: 200,
    problems: [404],
  })
  async text(
    @Param('file', { schema: CalendarFile }) file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    const text = await this.calendars.text(file);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.headers({ etag, 'cache-control': 'private, max-age=300' });
    if (alreadyRead(known, etag)) return reply.code(304).send();
    return reply.type('text/calendar; charset=utf-8').send(text);
  }
}
