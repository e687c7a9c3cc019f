import { Module } from '@nestjs/common';
import { JournalKeysController } from './journal-keys.controller.js';
import { JournalKeysService } from './journal-keys.service.js';

@Module({ controllers: [JournalKeysController], providers: [JournalKeysService] })
export class JournalKeysModule {}
