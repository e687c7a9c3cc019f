import { randomUUID } from 'node:crypto';
import { isShadowed } from '#domain';
import { readKeyring } from '#persistence';
import { uuidFromParts } from '#platform';
import { shadowSeedOf } from '../../apps/api/src/auditor-quality/shadow-seed.js';
import type { Applicant } from '../../apps/dev/src/play/supplier.js';

/**
 * A key under which this supplier opens a case whose audit is drawn to be looked at once more, or is not: the id of a case
 * comes from the key of its request, and the ring of this run from its environment.
 */
export function keyOfCase({ member }: Applicant, wanted: 'drawn' | 'not-drawn'): string {
  const seed = shadowSeedOf(readKeyring(process.env['SEALING_KEYS'] ?? ''));
  for (;;) {
    const key = randomUUID();
    const command = uuidFromParts('command', member.personId, member.organisationId, 'open', key);
    if (isShadowed(seed, uuidFromParts('qualification', command)) === (wanted === 'drawn')) return key;
  }
}
