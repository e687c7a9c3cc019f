import { describe, expect, it } from '@jest/globals';
import { payloadsWithNames, type Events } from './invariants.js';
import { countEvents, payloadTexts } from './workflow-history.js';

const payload = (value: unknown) => ({
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(value)),
});
const history = (...values: unknown[]): Events =>
  values.map((value) => ({
    markerRecordedEventAttributes: {
      markerName: 'core_local_activity',
      details: { result: { payloads: [payload(value)] } },
    },
  })) as unknown as Events;

describe('a name in a history', () => {
  it('is found wherever in an event it is', () => {
    expect(
      payloadsWithNames(payloadTexts(history({ to: 'Li' }, { note: 'ask Lotus (KH) Co.' })), [
        'Li',
        'Lotus (KH) Co.',
      ]),
    ).toBe(2);
  });

  it('is not seen in a word that only contains it', () => {
    expect(payloadsWithNames(payloadTexts(history({ kind: 'List', id: 'aLib' })), ['Li'])).toBe(0);
  });

  it('cannot be found when no name is asked for', () => {
    expect(payloadsWithNames(payloadTexts(history({ to: 'Li' })), [])).toBe(0);
  });
});

describe('a history', () => {
  it('is counted with its local activities', () => {
    const events = history({}, {});
    expect(countEvents(events)).toEqual({ historyEvents: 2, workflowTasks: 0, activities: 2 });
  });
});
