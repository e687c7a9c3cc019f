import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { closedSeals, hearing, sealOf, type CaseEvent, type EventType, type Hearing } from '#domain';
import fc from 'fast-check';
import { step } from '../../../domain/src/model-steps.fixture.js';
import { PEOPLE } from '../../../domain/src/people.fixture.js';
import { STARTS } from '../../../domain/src/starts.fixture.js';
import { OTHER_VERSION, Walk } from '../../../domain/src/walk.fixture.js';
import { EVENT_DATA } from './event-data.js';

const NAMES = Object.values(PEOPLE).flatMap(({ personId, organisationId }) => [personId, organisationId]);
const IDS = [...new Set(NAMES), 'scheme', OTHER_VERSION];
/** Walks call things by short names: what the database calls by ids, and screening by digests. */
const NAMED = new RegExp(`^(?:case(?:-next)*|p\\d+|${IDS.join('|')})(?=$|/)`);
const uuidOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
const real = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(real);
  if (typeof value !== 'string') return value;
  return /^h\d$/.test(value) ? value.charCodeAt(1).toString(16).repeat(32) : value.replace(NAMED, uuidOf);
};

/** What is wrong with the data of an event, unknown fields included; empty when nothing is. */
function wrong(type: EventType, data: Readonly<Record<string, unknown>>): readonly string[] {
  const told = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, real(value)]));
  const { error } = EVENT_DATA[type].strict().safeParse(told);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${type}.${path.join('.')}: ${message} ${JSON.stringify(told)}`,
  );
}

const LISTENERS = [
  { organisationId: 'office', relation: 'programme-office' },
  { organisationId: 'supplier', relation: 'supplier' },
  { organisationId: 'firm-1', relation: 'audit-firm' },
  { organisationId: 'buyer-1', relation: 'buyer' },
  { organisationId: 'buyer-2', relation: 'buyer' },
] as const;

/** Every event of a walk as each party is told it, and to how many it was told. */
function heard({ state, entries }: Walk): readonly { event: CaseEvent; hearings: readonly Hearing[] }[] {
  const pilots = Object.entries(state.pilots).map(([id, { buyerId }]) => [id, buyerId]);
  const known = { closedSeals: closedSeals(state), buyerOfPilot: Object.fromEntries(pilots) };
  return entries.flatMap((entry) =>
    entry.events.map((event) => {
      const told = { type: event.type, data: event.params, seq: entry.seq, seal: sealOf(entry, 'supplier') };
      return { event, hearings: LISTENERS.map((listener) => hearing(told, listener, known)) };
    }),
  );
}

describe('what cases tell', () => {
  it('fits the schema of its type for everybody who hears it, whoever did whatever when', () => {
    const reached = new Set<EventType>();
    const faults = new Set<string>();
    let toBuyers = 0;
    const choices = fc.array(fc.noBias(fc.nat()), { minLength: 10, maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), choices, (start, run) => {
        const walk = start(new Walk());
        for (const choice of run) step(walk, choice, (at, command, who) => void at.ask(command, who));
        for (const { event, hearings } of heard(walk)) {
          reached.add(event.type);
          for (const one of hearings)
            if (typeof one === 'object') wrong(event.type, one.told).forEach((fault) => faults.add(fault));
          toBuyers += hearings.slice(-2).filter((one) => typeof one === 'object').length;
        }
      }),
      { numRuns: 250, seed: 20261125 },
    );
    expect([...faults]).toEqual([]);
    // A run that tells nothing proves nothing.
    expect(reached.size).toBeGreaterThan(100);
    expect(toBuyers).toBeGreaterThan(100);
  }, 120_000);
});
