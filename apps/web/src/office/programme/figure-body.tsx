import type { FigureDefinitionView, FigureView } from '#client';
import { Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { BarChart } from './bars.js';
import { addressOf, type Cohort, type Dimension } from './cohort.js';
import { CsvLink } from './csv-link.js';
import { FigureTable } from './figure-table.js';
import { useNames } from './names.js';
import { Parts } from './parts.js';
import { groupsOf, isEmpty, SHAPES, type FigureRow } from './shapes.js';
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
  return (
    <>
      {isEmptyNow && <Text>{say('office.programme.empty')}</Text>}
      {!isEmptyNow && (
        <div className="figure-groups" data-split={by !== undefined}>
          {groupsOf(view).map(([group, rows]) => (
            <div key={group}>
              {by && group !== null && <Title order={3}>{nameOf(by, group)}</Title>}
              <Drawing of={of} rows={rows} by={by} />
            </div>
          ))}
        </div>
      )}
      {!isEmptyNow && <FoldedTable of={of} view={view} />}
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

interface DrawingProps {
  readonly of: FigureDefinitionView;
  readonly rows: readonly FigureRow[];
  readonly by: Dimension | undefined;
}
function Drawing({ of, rows, by }: DrawingProps) {
  const say = useSay();
  const names = useNames();
  const { figure } = of;
  if (figure === 'province-map') return <Tiles of={of} rows={rows} by={by} />;
  const telling = {
    names,
    text: (id: string, values: Readonly<Record<string, string | number>>) =>
      say(`office.programme.text.${id}`, values),
  };
  return (
    <>
      {figure === 'time-to-qualification' && <Parts rows={rows} />}
      <BarChart of={of} charts={SHAPES[figure](rows, of, telling)} rows={rows} by={by} />
    </>
  );
}

/** Open where there is room. */
function FoldedTable({ of, view }: Pick<FigureBodyProps, 'of' | 'view'>) {
  const say = useSay();
  const isDesk = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  return (
    <details className="figure-fold" open={isDesk}>
      <summary>{say('office.programme.table')}</summary>
      <FigureTable of={of} view={view} />
    </details>
  );
}
