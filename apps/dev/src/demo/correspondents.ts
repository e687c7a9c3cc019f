import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { registryOf, type Firm, type Member } from '../play/parties.js';
import { until } from '../play/api-client.js';
import { startChild, type Child } from '../stack/children.js';
import { freePorts } from '../stack/free-port.js';
import { repositoryRoot } from '../stack/repository.js';
import type { Seen } from './receiver.js';
import type { Scene } from './scene.js';

/** Where the demo's worker writes what a telephone operator would be given. */
export const smsFolderOf = (dataDir: string): string => join(dataDir, 'sms');

interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
}

/** The system of the second buyer and the telephones of suppliers: a process that is told, and shows what it was told. */
export class Correspondents {
  private constructor(
    private readonly child: Child,
    private readonly url: string,
    readonly buyer: Firm,
    private readonly secret: string,
  ) {}

  /** An administrator of the buyer enters where its system is told of events, and gives the system the secret. */
  static async open({ parties }: Pick<Scene, 'parties'>, dataDir: string): Promise<Correspondents> {
    const buyer = parties.brand;
    const [port = 0] = await freePorts(1);
    const url = `http://127.0.0.1:${port}/`;
    const administrator = await registryOf(parties).member(buyer.organisationId, 'Carla', 'administrator');
    const { secret } = await administrator.api.post<{ secret: string }>('/v1/webhook-endpoints', { url });
    const sms = smsFolderOf(dataDir);
    mkdirSync(sms, { recursive: true, mode: 0o700 });
    const child = await startChild({
      ...{ name: 'receiver', command: process.execPath, logFile: join(dataDir, 'logs', 'receiver.log') },
      args: [join(repositoryRoot(), 'dist/apps/dev/src/demo/receiver.js'), String(port), sms],
      env: { PATH: process.env['PATH'], WEBHOOK_SECRET: secret },
    });
    const open = new Correspondents(child, url, buyer, secret);
    await child.whileRunning(() => until(() => open.answers(), Boolean));
    return open;
  }

  seen = async (): Promise<Seen> => (await fetch(this.url)).json() as Promise<Seen>;

  /** With which status a message is answered whose signature is somebody else's. */
  async forged(): Promise<number> {
    const headers = {
      'webhook-id': 'forged',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': `v1,${Buffer.from(this.secret.slice(-12)).toString('base64')}`,
    };
    return (await fetch(this.url, { method: 'POST', headers, body: '{}' })).status;
  }

  /** Everything that the buyer's feed holds, in its order. */
  async feed(): Promise<readonly CloudEvent[]> {
    const { api } = this.buyer.requester;
    const events: CloudEvent[] = [];
    for (let after = ''; ;) {
      const path = `/v1/events?limit=200${after && `&after=${encodeURIComponent(after)}`}`;
      const page = await api
        .uncounted()
        .get<{ items: readonly CloudEvent[]; next: string; more: boolean }>(path);
      events.push(...page.items);
      if (!page.more) return events;
      after = page.next;
    }
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  private answers(): Promise<boolean> {
    return this.seen().then(
      () => true,
      () => false,
    );
  }
}

/** Tell somebody by SMS, in Khmer, at once and at any hour: the demo does not wait for the morning. */
export async function tellByTelephone({ api }: Member): Promise<void> {
  const kinds = ['task', 'reminder', 'escalation', 'legal'];
  await api.request('PUT', '/v1/me/notification-settings', {
    ...{ language: 'km', quietHours: null, digest: 'off' },
    channels: Object.fromEntries(kinds.map((kind) => [kind, ['sms']])),
  });
}
