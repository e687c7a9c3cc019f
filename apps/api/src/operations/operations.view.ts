import type { OperationsView } from '#contracts';

export interface OperationsRow extends Pick<OperationsView, 'screeningLists' | 'officeTasks' | 'commands'> {
  readonly years: readonly number[];
  /** In Phnom Penh. */
  readonly thisYear: number;
  readonly parked: number;
  readonly anchoredLines: number | null;
  readonly lastAnchorAt: Date | null;
  readonly notAnchored: number;
}
/** JSON of the database has instants in a form of its own. */
const instantOf = (text: string): string => new Date(text).toISOString();
const instantOrNull = (text: string | null): string | null => (text === null ? null : instantOf(text));

export function operationsView(row: OperationsRow): OperationsView {
  const { screeningLists, years, thisYear, officeTasks, parked, commands } = row;
  return {
    screeningLists: screeningLists.map(({ loadedAt, settledAt, ...list }) => ({
      ...{ ...list, loadedAt: instantOf(loadedAt), settledAt: instantOrNull(settledAt) },
    })),
    holidays: {
      loaded: [...years],
      missing: [thisYear, thisYear + 1].filter((year) => !years.includes(year)),
    },
    officeTasks,
    events: { parked },
    commands: { waiting: commands.waiting, oldestAt: instantOrNull(commands.oldestAt) },
    journal: {
      anchoredLines: row.anchoredLines,
      lastAnchorAt: row.lastAnchorAt?.toISOString() ?? null,
      waiting: row.notAnchored,
    },
  };
}
