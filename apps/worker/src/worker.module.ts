import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ClamdScanner, Examiner, openBlobStore } from '#evidence';
import { Database, Notices, openDatabase, PersonalData, readKeyring } from '#persistence';
import {
  ConfigError,
  createLogger,
  createTemporalClient,
  TemporalGateway,
  type Config,
  type Logger,
} from '#platform';
import { Client } from '@temporalio/client';
import { createActivities, webhookActivities } from './activities/index.js';
import { Anchors } from './anchors.js';
import { Messaging } from './channels/messaging.js';
import { ListRounds } from './checks/list-rounds.js';
import { Screening } from './checks/screening.js';
import { StaleRounds } from './checks/stale-rounds.js';
import { sourcesOf } from './checks/sources/recorded.js';
import { ErasedBytes } from './erased-bytes.js';
import { Examination } from './examination.js';
import { LinkedDocuments } from './linked-documents.js';
import { Forgetting } from './forgetting.js';
import { HealthPort } from './health.js';
import { feedGauges, webhookGauges } from './metrics.js';
import { Notifying } from './notifying.js';
import { Nudging } from './nudging.js';
import { Redelivery } from './redelivery.js';
import { Chores } from './rounds.js';
import { Sequencing } from './sequencing.js';
import { WebhookAttempts } from './webhooks/attempts.js';
import { WebhookRelay } from './webhooks/relay.js';
import { WorkerRunner } from './worker-runner.js';

/** What was uploaded is shown to nobody before a scanner has seen it: without one this process is of no use. */
function scannerOf({ clamdAddress }: Config): string {
  if (clamdAddress) return clamdAddress;
  throw new ConfigError('The configuration is not complete: CLAMD_ADDRESS is missing.');
}

/** The worker's parts, put together in one place. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(
    private readonly db: Database,
    private readonly client: Client,
    private readonly notices: Notices,
  ) {}

  static async with(config: Config): Promise<DynamicModule> {
    const logger: Logger = createLogger('worker');
    const db = await openDatabase({
      url: config.databaseUrl,
      poolSize: config.databasePool,
      applicationName: 'selvedge-worker',
    });
    const client = createTemporalClient(config);
    const screening = Screening.of(config.screeningListsDir, config.production);
    const keyring = readKeyring(config.sealingKeys);
    const personal = new PersonalData(keyring);
    const sources = sourcesOf(config.checkSourcesDir);
    const { publicOrigin: publicUrl, webhooksAllowLoopback: allowLoopback } = config;
    const attempts = new WebhookAttempts(db, keyring, { publicUrl, allowLoopback }, logger);
    const activities = {
      cases: createActivities(db, personal, { screening, sources }, logger),
      webhooks: webhookActivities(attempts, logger),
    };
    const runner = new WorkerRunner(config, activities, logger);
    const anchors = Anchors.of(config, db, logger);
    const blobs = openBlobStore(config.blobs);
    const examination = new Examination({
      ...{ db, blobs, logger },
      scanner: new ClamdScanner(scannerOf(config)),
      examiner: new Examiner(),
    });
    const sequencing = new Sequencing(db, logger);
    const notifying = new Notifying(db, logger);
    const messaging = Messaging.of(config, db, keyring, logger);
    const relay = new WebhookRelay(db, new TemporalGateway(client), logger);
    const woken = {
      ...{ outbox: sequencing, feed: notifying, webhooks: relay },
      ...{ notification: messaging, message: messaging },
    };
    const notices = new Notices({
      ...{ url: config.databaseUrl, applicationName: 'selvedge-worker-notices' },
      channels: ['outbox', 'feed', 'webhooks', 'notification', 'message'],
      heard: (channel) => woken[channel].wake(),
      failed: (err) => logger.warn({ err }, 'nothing is heard from the database; listening again'),
    });
    const chores = [
      sequencing,
      notifying,
      ...messaging.chores,
      relay,
      new Redelivery(db, new TemporalGateway(client), logger),
      new Nudging(db, new TemporalGateway(client), logger),
      examination,
      new LinkedDocuments(db, logger),
      new StaleRounds(db, new TemporalGateway(client), logger),
      new ListRounds(db, personal, screening, new TemporalGateway(client), logger),
      new Forgetting(db, logger),
      new ErasedBytes(db, blobs, logger),
      ...(anchors ? [anchors] : []),
    ];
    const values = [
      [Database, db],
      [Client, client],
      [WorkerRunner, runner],
      [Notices, notices],
      [Chores, new Chores(chores)],
      [HealthPort, new HealthPort(config, runner, [feedGauges(db), webhookGauges(db)])],
    ] as const;
    return { module: WorkerModule, providers: values.map(([provide, useValue]) => ({ provide, useValue })) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.notices.stop();
    await this.client.connection.close();
    await this.db.close();
  }
}
