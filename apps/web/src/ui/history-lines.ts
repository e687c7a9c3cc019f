/** One entry of the journal, as far as its history is told. */
export interface ToldEntry {
  readonly seq: number;
  readonly occurredAt: string;
  readonly entry: Readonly<Record<string, unknown>>;
}
/** One thing that happened, for the reader: an event with what it tells. */
export interface HistoryLine {
  readonly key: string;
  readonly at: string;
  /** Null for what is not told yet. */
  readonly type: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** The office did it for the supplier. */
  readonly onBehalf: boolean;
}

/** Steps of the machine and of the office's own work, which most readers skip. */
const SMALL_STEPS: readonly string[] = [
  'checks-requested',
  'checks-recorded',
  'check-awaits-officer',
  'credit-ended',
  'credit-renewed',
  'deadlines-recomputed',
  'office-matter-opened',
  'office-matter-settled',
  'reminder-due',
  'task-claimed',
  'task-released',
  'task-delegated',
  'verification-set',
  'inspection-switched',
];
export const isSmallStep = ({ type }: HistoryLine): boolean => type === null || SMALL_STEPS.includes(type);

interface Event {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What happened, newest first. An entry that is sealed for this reader is one line without words. */
export const historyLines = (entries: readonly ToldEntry[]): readonly HistoryLine[] =>
  entries
    .flatMap(({ seq, occurredAt: at, entry }): HistoryLine[] => {
      if (entry['sealed'] === true) return [{ key: `${seq}`, at, type: null, params: {}, onBehalf: false }];
      const events = (entry['events'] ?? []) as readonly Event[];
      const onBehalf = entry['onBehalf'] === true;
      return events.map(({ type, params = {} }, nth) => ({
        key: `${seq}.${nth}`,
        at,
        type,
        params,
        onBehalf,
      }));
    })
    .toReversed();

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/;
/** What a sentence about an event may ask for; `none` for what was not told. */
export const valuesOf = (
  params: HistoryLine['params'],
  day: (at: string) => string,
): Readonly<Record<string, string | number>> => ({
  ...{ until: 'none', date: 'none', result: 'none' },
  ...Object.fromEntries(
    Object.entries(params)
      .filter((one): one is [string, string | number] => ['string', 'number'].includes(typeof one[1]))
      .map(([name, value]) => [name, typeof value === 'string' && INSTANT.test(value) ? day(value) : value]),
  ),
});
