import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotificationSettingsView, SetNotificationSettings } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { NotificationSettingsService } from './notification-settings.service.js';

@ApiTags('notifications')
@Controller('v1/me/notification-settings')
export class NotificationSettingsController {
  constructor(private readonly settings: NotificationSettingsService) {}

  @Get()
  @Operation('getNotificationSettings', {
    summary: 'In which language, when and how you are told',
    answers: NotificationSettingsView,
  })
  read(@CurrentActor() actor: Person) {
    return this.settings.read(actor);
  }

  @Put()
  @Operation('setNotificationSettings', {
    summary: 'Say in which language, when and how you want to be told',
    answers: NotificationSettingsView,
  })
  set(
    @CurrentActor() actor: Person,
    @Body({ schema: SetNotificationSettings }) body: SetNotificationSettings,
  ) {
    return this.settings.set(actor, body);
  }
}
