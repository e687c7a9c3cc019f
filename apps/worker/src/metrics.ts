import { feedBacklog, webhookBacklog, type Database } from '#persistence';

/** A number that goes up and down, for whoever watches this process. */
export interface Gauge {
  /** In lower case with underscores; a unit is its last part. */
  readonly name: string;
  readonly help: string;
  readonly value: number;
}
export type Gauges = () => Promise<readonly Gauge[]>;

/** In the text format of Prometheus, version 0.0.4. */
export const metricsText = (gauges: readonly Gauge[]): string =>
  gauges
    .map(({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('');

const ageOf = (since: Date | null): number =>
  since ? Math.max(0, (Date.now() - since.getTime()) / 1000) : 0;

/** How far the feed is behind what happened. */
export const feedGauges =
  (db: Database): Gauges =>
  async () => {
    const { waiting, oldest, parked } = await feedBacklog(db);
    return [
      {
        name: 'selvedge_feed_waiting',
        help: 'Events that have no place in the feed yet.',
        value: waiting,
      },
      {
        name: 'selvedge_feed_oldest_seconds',
        help: 'For how long the oldest of them has waited.',
        value: ageOf(oldest),
      },
      { name: 'selvedge_feed_parked', help: 'Events that were set aside.', value: parked },
    ];
  };

/** How far webhooks are behind the feed, receivers' own failures apart. */
export const webhookGauges =
  (db: Database): Gauges =>
  async () => {
    const { waiting, oldest, parked } = await webhookBacklog(db);
    return [
      { name: 'selvedge_webhooks_waiting', help: 'Deliveries that are not started yet.', value: waiting },
      {
        name: 'selvedge_webhooks_oldest_seconds',
        help: 'For how long the oldest of them has waited.',
        value: ageOf(oldest),
      },
      { name: 'selvedge_webhooks_parked', help: 'Deliveries that were set aside.', value: parked },
    ];
  };
