import { Module } from '@nestjs/common';
import { Database, Keyring } from '#persistence';
import { channelsOf, type Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { MessagesController } from './messages.controller.js';
import { Messages } from './messages.js';
import { MessagesService } from './messages.service.js';
import { Outbox } from './outbox.js';

const wayOut = ({ production, messages }: Config, db: Database, keyring: Keyring): Messages =>
  new Outbox(db, keyring, channelsOf(messages), production);

@Module({
  controllers: [MessagesController],
  providers: [
    MessagesService,
    { provide: Messages, useFactory: wayOut, inject: [CONFIG, Database, Keyring] },
  ],
  exports: [Messages],
})
export class MessagesModule {}
