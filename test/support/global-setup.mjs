import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOffice } from '../../dist/apps/dev/src/play/parties.js';
import { mintSealingKeys } from '../../dist/apps/dev/src/stack/sealing-keys.js';
import { anchorFileOf, anchorSettingsOf } from '../../dist/apps/dev/src/stack/anchor-settings.js';
import { startStack } from '../../dist/apps/dev/src/stack/stack.js';

const say = (line) => process.stdout.write(`stack for the tests: ${line}\n`);

/** Specs write and fast-forward as they like: never on a server that somebody else keeps. */
function forgetOtherServers() {
  const others = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SCREENING_LISTS_DIR', 'CLAMD_ADDRESS', 'OIDC_ISSUER'];
  for (const name of others) delete process.env[name];
  const { CLAMD_TEST_ADDRESS } = process.env;
  if (CLAMD_TEST_ADDRESS) process.env.CLAMD_ADDRESS = CLAMD_TEST_ADDRESS;
}

/** What answers on our port must be what we started. */
async function mustBeOurs({ apiUrl, workerHealthUrl, instanceId }) {
  for (const url of [apiUrl, workerHealthUrl]) {
    const { instanceId: found } = await (await fetch(`${url}/health/ready`)).json();
    if (found !== instanceId)
      throw new Error(`${url} is answered by ${found}, and we started ${instanceId}.`);
  }
}

/** One stack for all specs of the project, in a folder of its own; where it is and who may enter goes to the specs. */
export default async function setUp() {
  forgetOtherServers();
  // One ring and one place for documents, for all servers that specs start on these databases.
  Object.assign(process.env, mintSealingKeys());
  const since = performance.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-test-'));
  process.env.BLOB_DIR = join(dataDir, 'blobs');
  say(`starting in ${dataDir} ...`);
  let stack;
  const stop = async () => {
    await stack?.stop();
    if (!process.env.SELVEDGE_TEST_KEEP) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    stack = await startStack({
      ...{ dataDir, log: say, workerEnv: { ANCHOR_INTERVAL_S: '1' } },
      apiEnv: { COMMAND_WAIT_MS: '12000' }, // a loaded machine is no reason for a 202
    });
    await mustBeOurs(stack);
    Object.assign(process.env, stack.signIn.variables); // and one provider for all APIs that they start
    const { databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId } = stack;
    const office = await installOffice(databaseUrl);
    process.env.SELVEDGE_TEST = JSON.stringify({
      databaseUrl,
      runtimeUrl,
      temporalAddress,
      apiUrl,
      instanceId,
      office,
      anchors: { path: anchorFileOf(dataDir), keys: anchorSettingsOf(dataDir, 'api').ANCHOR_PUBLIC_KEYS },
    });
    process.env.TEST_DATABASE_URL = databaseUrl;
  } catch (error) {
    await stop(); // Jest does not tear down what was not set up
    throw error;
  }
  globalThis.selvedgeTestStack = { stop, say };
  say(`ready (${((performance.now() - since) / 1000).toFixed(1)} s)`);
}
