import { describe, expect, it } from '@jest/globals';
import { metricsText } from './metrics.js';

describe('what is measured', () => {
  it('is told in the text format of Prometheus', () => {
    const gauges = [
      { name: 'selvedge_feed_waiting', help: 'Events without a place.', value: 3 },
      { name: 'selvedge_feed_oldest_seconds', help: 'For how long.', value: 1.5 },
    ];
    expect(metricsText(gauges)).toBe(
      '# HELP selvedge_feed_waiting Events without a place.\n# TYPE selvedge_feed_waiting gauge\nselvedge_feed_waiting 3\n' +
        '# HELP selvedge_feed_oldest_seconds For how long.\n# TYPE selvedge_feed_oldest_seconds gauge\nselvedge_feed_oldest_seconds 1.5\n',
    );
  });
});
