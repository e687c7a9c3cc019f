import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { JournalKeys } from '#contracts';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { JournalKeysService } from './journal-keys.service.js';

@ApiTags('journal')
@Controller('v1/journal/keys')
export class JournalKeysController {
  constructor(private readonly journalKeys: JournalKeysService) {}

  @Get()
  @Public()
  @Operation('getJournalKeys', {
    summary: 'Public keys of the anchors of the journal, for whoever keeps a copy of them',
    answers: JournalKeys,
  })
  read() {
    return this.journalKeys.read();
  }
}
