import { openDatabase, readPublicKeys, verifyEverything, type Verification } from '#persistence';
import { until } from '../play/api-client.js';
import { anchorFileOf, anchorSettingsOf } from '../stack/anchor-settings.js';
import type { Stack } from '../stack/stack.js';
import { linesOf } from '../verify.js';
import type { Scene } from './scene.js';
import { heading, print } from './terminal.js';

const ANCHORED = 'every entry of the journal is anchored and unchanged';

/** Compute the journal anew and compare it with the anchor file, once everything is anchored. */
export async function expectAnchored({ expectations }: Scene, stack: Stack): Promise<void> {
  const keys = readPublicKeys(anchorSettingsOf(stack.dataDir, 'api')['ANCHOR_PUBLIC_KEYS'] ?? '');
  const anchors = { path: anchorFileOf(stack.dataDir), keys };
  const db = await openDatabase({ url: stack.runtimeUrl, poolSize: 1, applicationName: 'selvedge-demo' });
  const anchored = ({ anchors: file, entries }: Verification): boolean => (file?.heads ?? 0) >= entries;
  try {
    const found = await until(() => verifyEverything(db, { anchors }), anchored);
    heading('The journal, compared with the signed anchors outside the database');
    print(linesOf(found).map((line) => `  ${line}`));
    const { faults, fileFaults, entries } = found;
    const whole = entries > 0 && faults.length + fileFaults.length === 0;
    expectations.expect(ANCHORED, whole, {
      faults,
      fileFaults,
    });
  } catch (error) {
    expectations.expect(ANCHORED, false, (error as Error).message);
  } finally {
    await db.close();
  }
}
