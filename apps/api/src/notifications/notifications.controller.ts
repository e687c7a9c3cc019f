import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id as Id,
  NotificationPage,
  NotificationsQuery,
  NotificationsReadView,
  NotificationSummaryView,
  ReadNotifications,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@Controller('v1/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Operation('listNotifications', { summary: 'What you were told, newest first', answers: NotificationPage })
  list(@CurrentActor() actor: Person, @Query({ schema: NotificationsQuery }) query: NotificationsQuery) {
    return this.notifications.list(actor, query);
  }

  @Get('summary')
  @Operation('getNotificationSummary', {
    summary: 'How much is new, and what waits for you',
    answers: NotificationSummaryView,
  })
  summary(@CurrentActor() actor: Person) {
    return this.notifications.summary(actor);
  }

  @Post('read')
  @Operation('readNotifications', {
    summary: 'You have read all up to one of them',
    answers: NotificationsReadView,
  })
  readUpTo(@CurrentActor() actor: Person, @Body({ schema: ReadNotifications }) { upTo }: ReadNotifications) {
    return this.notifications.readUpTo(actor, upTo);
  }

  @Post(':id/read')
  @Operation('readNotification', { summary: 'You have read one of them', problems: [404] })
  read(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.notifications.read(actor, id);
  }
}
