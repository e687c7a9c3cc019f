import { Inject, Injectable } from '@nestjs/common';
import type { JournalKeys } from '#contracts';
import { readPublicKeys, type AnchorKeys } from '#persistence';
import type { Config } from '#platform';
import { CONFIG } from '../config.module.js';

/** The keys that anchors are signed with. The API knows the public ones only. */
@Injectable()
export class JournalKeysService {
  private readonly keys: AnchorKeys;

  constructor(@Inject(CONFIG) config: Config) {
    this.keys = readPublicKeys(config.anchorPublicKeys);
  }

  read(): JournalKeys {
    return { keys: [...this.keys.jwks] };
  }
}
