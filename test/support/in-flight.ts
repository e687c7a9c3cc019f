import { setTimeout as pause } from 'node:timers/promises';
import { ApiProblem } from '../../apps/dev/src/play/api-client.js';
import { raw, type Raw } from './raw.js';

const AGAIN_MS = 20;
const PATIENCE_MS = 20_000;

/** As `raw`, asked again while a twin of the request is being worked on. */
export async function patiently(...request: Parameters<typeof raw>): Promise<Raw> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const answer = await raw(...request);
    if (answer.body['code'] !== 'in-flight' || Date.now() > end) return answer;
    await pause(AGAIN_MS);
  }
}

/** The answer of a client of ours, asked again while a twin of the request is being worked on. */
export async function whenAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await ask();
    } catch (error) {
      const inFlight = error instanceof ApiProblem && error.problem.code === 'in-flight';
      if (!inFlight || Date.now() > end) throw error;
    }
    await pause(AGAIN_MS);
  }
}
