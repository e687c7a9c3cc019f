import { describe, expect, it } from '@jest/globals';
import { documentsWithoutBytes, payloadsWithNames, type Events } from './invariants.js';
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

describe('the bytes of documents', () => {
  it('are missed when they are gone, changed or were never told, as they came and as they are shown', async () => {
    const blobs = { verify: async (hash: string) => hash === 'whole' };
    const complaints: string[] = [];
    const documents = [
      { id: 'a', original: 'whole', shown: 'whole' },
      { id: 'b', original: 'whole', shown: null },
      { id: 'c', original: 'gone', shown: 'whole' },
      { id: 'd', original: 'whole', shown: 'changed' },
      { id: 'e', original: null, shown: null },
    ];
    const complain = (line: string): void => void complaints.push(line.slice(0, 10));
    expect(await documentsWithoutBytes({ documents, blobs, complain })).toBe(3);
    expect(complaints).toEqual(['document c', 'document d', 'document e']);
  });
});

describe('a history', () => {
  it('is counted with its local activities', () => {
    const events = history({}, {});
    expect(countEvents(events)).toEqual({ historyEvents: 2, workflowTasks: 0, activities: 2 });
  });
});
