import { feedBacklog, type Database } from '#persistence';

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

/** How far the feed is behind what happened. */
export const feedGauges =
  (db: Database): Gauges =>
  async () => {
    const { waiting, oldest, parked } = await feedBacklog(db);
    const seconds = oldest ? Math.max(0, (Date.now() - oldest.getTime()) / 1000) : 0;
    return [
      {
        name: 'selvedge_feed_waiting',
        help: 'Events that have no place in the feed yet.',
        value: waiting,
      },
      {
        name: 'selvedge_feed_oldest_seconds',
        help: 'For how long the oldest of them has waited.',
        value: seconds,
      },
      { name: 'selvedge_feed_parked', help: 'Events that were set aside.', value: parked },
    ];
  };
