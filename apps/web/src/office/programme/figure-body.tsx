import type { FigureDefinitionView, FigureView } from '#client';
import { Group, Text, Title } from '@mantine/core';
import { Fold } from '../../ui/fold.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { BarChart } from './bars.js';
import { addressOf, type Cohort, type Dimension } from './cohort.js';
import { CsvLink } from './csv-link.js';
import { FigureTable } from './figure-table.js';
import { useNames } from './names.js';
import { Parts } from './parts.js';
import { groupsOf, isEmpty, SHAPES, type FigureRow, type Telling } from './shapes.js';
import { Tiles } from './tiles.js';

interface FigureBodyProps {
  readonly of: FigureDefinitionView;
  readonly view: FigureView;
  readonly query: Cohort & { readonly by: Dimension | undefined };
}
/** The numbers of a figure: a drawing for each group, all of them as a table, and the table to keep. */
export function FigureBody({ of, view, query }: FigureBodyProps) {
  const say = useSay();
  const { group: nameOf } = useNames();
  const { moment } = useForms();
  const { by } = query;
  const isEmptyNow = isEmpty(view.rows);
  const drawings = useDrawings(of, view);
  return (
    <>
      {isEmptyNow && <Text>{say('office.programme.empty')}</Text>}
      {!isEmptyNow && (
        <div className="figure-groups" data-split={by !== undefined}>
          {groupsOf(view).map(([group, rows]) => (
            <div key={group}>
              {by && group !== null && <Title order={3}>{nameOf(by, group)}</Title>}
              <Drawing of={of} group={group} rows={rows} by={by} drawings={drawings} />
            </div>
          ))}
        </div>
      )}
      {!isEmptyNow && (
        <Fold title={say('office.programme.table')} isOpenOnDesk>
          <FigureTable of={of} view={view} />
        </Fold>
      )}
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="var(--frame-quiet)">
          {say('office.programme.as-of', { moment: moment(view.asOf) })}
        </Text>
        <CsvLink
          href={addressOf(`/v1/programme/figures/${of.figure}/csv`, query)}
          text={say('office.programme.csv')}
          of={of.title}
        />
      </Group>
    </>
  );
}

/** How each group is drawn, all to one scale. */
function useDrawings(of: FigureDefinitionView, view: FigureView) {
  const say = useSay();
  const names = useNames();
  const { figure } = of;
  if (figure === 'province-map') return undefined;
  const text: Telling['text'] = (id, values) => say(`office.programme.text.${id}`, values);
  const drawn = groupsOf(view).map(
    ([group, rows]) => [group, SHAPES[figure](rows, of, { names, text })] as const,
  );
  const most = Math.max(...drawn.flatMap(([, charts]) => charts.map((chart) => chart.most)));
  return { most, chartsOf: new Map(drawn) };
}

interface DrawingProps {
  readonly of: FigureDefinitionView;
  readonly group: string | null;
  readonly rows: readonly FigureRow[];
  readonly by: Dimension | undefined;
  readonly drawings: ReturnType<typeof useDrawings>;
}
function Drawing({ of, group, rows, by, drawings }: DrawingProps) {
  if (!drawings) return <Tiles of={of} rows={rows} by={by} />;
  return (
    <>
      {of.figure === 'time-to-qualification' && <TimeAbove rows={rows} />}
      <BarChart
        of={of}
        charts={drawings.chartsOf.get(group) ?? []}
        rows={rows}
        by={by}
        most={drawings.most}
      />
    </>
  );
}

/** Whom cases waited for, and what the bars below are. */
function TimeAbove({ rows }: Pick<DrawingProps, 'rows'>) {
  const say = useSay();
  return (
    <>
      <Parts rows={rows} />
      <p className="parts-title">{say('office.programme.time-bars')}</p>
    </>
  );
}
