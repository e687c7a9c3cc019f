import { waitUntil } from './wait.js';

/** Waits until a service says that it is ready, and that it is the one we started and no other on its port. */
export async function untilReady(url: string, instanceId: string, up: AbortSignal): Promise<void> {
  const probe = async (): Promise<void> => {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    const body = await answer.text();
    if (answer.status !== 200)
      throw new Error(`${url}/health/ready says ${answer.status}: ${body.slice(0, 300)}`);
    const { instanceId: found } = JSON.parse(body) as { instanceId?: string };
    if (found !== instanceId)
      throw new Error(`${url} is answered by another instance (${found ?? 'unnamed'})`);
  };
  await waitUntil(url, probe, { withinMs: 60_000, everyMs: 50, up });
}
