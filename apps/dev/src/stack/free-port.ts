import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

const listen = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve(server));
  });

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/**
 * Where ports are taken from: below those that systems lend to outgoing connections, since such a loan could take
 * the port of a service while it is being restarted. Jest's processes take theirs from ranges of their own for the
 * same reason.
 */
const LANE = 1_000;
const LANES = 6;
const laneStart = 10_000 + LANE * (Number(process.env['JEST_WORKER_ID'] ?? 0) % LANES);

/** Finds `count` different free ports on 127.0.0.1; all are held open together so that none comes twice. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  for (let attempt = 0; held.size < count; attempt++) {
    if (attempt === 1_000) throw new Error('No free port was found on 127.0.0.1.');
    const port = laneStart + randomInt(LANE);
    const server = await listen(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map(close));
  return [...held.keys()];
}

/** Finds one free port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}
