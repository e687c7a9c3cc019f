import { listQualifications, type QualificationSummary } from '#client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import type { Chosen } from '../../ui/filters.js';
import { latinDigits } from '../../words/digits.js';
import { useSay, useSayCode } from '../../words/words.js';
import { areaOf } from '../areas.js';
import { NAVIGATION } from '../navigation.js';
import { COMMANDS } from './commands.js';

/** Where an entry leads. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  /** What tells it from others that are called the same. */
  readonly hint?: string;
  readonly to: string;
  readonly search?: Chosen;
}
export interface EntryGroup {
  readonly name: 'cases' | 'suppliers' | 'pages' | 'commands';
  readonly entries: readonly Entry[];
}

const FEWEST_LETTERS = 2;
const MOST_FOUND = 8;
const MOST_SUPPLIERS = 3;

const holds = (text: string, typed: string): boolean =>
  text.toLocaleLowerCase().includes(typed.toLocaleLowerCase());

function suppliersOf(cases: readonly QualificationSummary[]): readonly Entry[] {
  const names = new Map(cases.map(({ supplier }) => [supplier.id, supplier.name]));
  return [...names].slice(0, MOST_SUPPLIERS).map(([supplierId, text]) => ({
    ...{ key: `supplier-${supplierId}`, text },
    ...{ to: '/cases', search: { supplierId } },
  }));
}

/** Cases whose number, or whose supplier's name, begins with what was typed. */
function useFound(typed: string) {
  const q = latinDigits(typed).trim();
  return useQuery({
    queryKey: ['cases', 'palette', q],
    queryFn: () => told(listQualifications({ query: { q, limit: MOST_FOUND } })),
    enabled: q.length >= FEWEST_LETTERS,
    placeholderData: q.length >= FEWEST_LETTERS ? keepPreviousData : undefined,
  });
}

/** What the palette offers for what was typed: found cases and their suppliers, then pages and commands. */
export function useEntries(typed: string, settled: string) {
  const say = useSay();
  const sayCode = useSayCode();
  const area = areaOf(useMe());
  const { data, error, isFetching } = useFound(settled);
  const cases = data?.items ?? [];
  const named = (entries: readonly Entry[]) => entries.filter(({ text }) => holds(text, typed.trim()));
  const groups: readonly EntryGroup[] = [
    {
      name: 'cases',
      entries: cases.map(({ id, supplier, caseNumber, stage, substate }) => ({
        ...{ key: id, text: supplier.name, to: `/qualifications/${id}` },
        hint: `${caseNumber} · ${sayCode('shell.place', `${stage}.${substate}`)}`,
      })),
    },
    // A buyer has no page of a supplier beside that of its case.
    { name: 'suppliers', entries: area === 'office' ? suppliersOf(cases) : [] },
    {
      name: 'pages',
      entries: named(NAVIGATION[area].map(({ to, text }) => ({ key: `page-${to}`, text: say(text), to }))),
    },
    {
      name: 'commands',
      entries: named((COMMANDS[area] ?? []).map((one) => ({ ...one, key: one.text, text: say(one.text) }))),
    },
  ];
  return { groups: groups.filter(({ entries }) => entries.length > 0), error, isFetching };
}
