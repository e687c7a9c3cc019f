import { Connection } from '@temporalio/client';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startChild, type Child, type Launch } from './children.js';
import { freePorts } from './free-port.js';
import { findTemporalCli } from './temporal-cli.js';
import { waitUntil } from './wait.js';

/** A Temporal server that serves; without a child it is somebody else's. */
export interface Temporal {
  address: string;
  uiUrl?: string;
  port?: number;
  uiPort?: number;
  child?: Child;
}

export interface TemporalOptions {
  dataDir: string;
  port?: number;
  uiPort?: number;
  /** Search attributes to register, as `Name=Type`. */
  searchAttributes?: string[];
  launch?: Launch;
  log?: (line: string) => void;
}

/**
 * Time skipping makes months pass in seconds. The second key makes each timer on the way cost 0.1 s, not 1 s. The
 * third keeps the server from delaying a continue-as-new that comes early: a fast-forward jumps over that delay
 * right to its end, and the timers of the new run would all start too late. The last two: unless told otherwise the server
 * looks for due timers and for workflow tasks 20 times a second at most, and with some cases under way all wait for that.
 */
const dynamicConfig = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="20ms"',
  'history.workflowIdReuseMinimalInterval="0s"',
  'history.timerProcessorMaxPollRPS=1000',
  'history.transferProcessorMaxPollRPS=1000',
];

const serverArgs = (dataDir: string, port: number, uiPort: number, searchAttributes: string[]): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
  ...['--db-filename', join(dataDir, 'temporal.sqlite'), '--namespace', 'default', '--log-level', 'error'],
  ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
  ...searchAttributes.flatMap((value) => ['--search-attribute', value]),
];

/** Asked before gRPC: a gRPC client that was refused once waits a whole second before it tries again. */
const listens = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const colon = address.lastIndexOf(':');
    const socket = connect(Number(address.slice(colon + 1)), address.slice(0, colon));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });

async function serves(address: string): Promise<void> {
  await listens(address);
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    const ask = () => connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.withDeadline(Date.now() + 2_000, ask);
  } finally {
    await connection.close();
  }
}

/**
 * Gives a Temporal server that serves: the one of `TEMPORAL_ADDRESS`, else the real development server on a
 * database file in the data folder, so that a later start continues every open workflow.
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const given = process.env.TEMPORAL_ADDRESS;
  if (given) {
    await waitUntil('The Temporal server of TEMPORAL_ADDRESS', () => serves(given));
    return { address: given, uiUrl: process.env.TEMPORAL_UI_URL };
  }
  const { dataDir, launch = startChild, log, searchAttributes = [] } = options;
  mkdirSync(dataDir, { recursive: true });
  const command = await findTemporalCli(log);
  const since = performance.now();
  const [freeA = 0, freeB = 0] = await freePorts(2);
  const [port, uiPort] = [options.port ?? freeA, options.uiPort ?? freeB];
  const address = `127.0.0.1:${port}`;
  const args = serverArgs(dataDir, port, uiPort, searchAttributes);
  const child = await launch({
    name: 'temporal',
    command,
    args,
    logFile: join(dataDir, 'logs/temporal.log'),
  });
  try {
    await child.whileRunning(({ up }) => waitUntil('Temporal', () => serves(address), { up }));
  } catch (error) {
    await child.stop();
    throw error;
  }
  log?.(`Temporal is up on port ${port} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return { address, uiUrl: `http://127.0.0.1:${uiPort}`, port, uiPort, child };
}
