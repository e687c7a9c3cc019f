import type { FigureDefinitionView } from '#client';
import { Stack, Text } from '@mantine/core';
import type { Dimension } from './cohort.js';
import { NumberLink } from './number-link.js';
import type { Bar, Bars, FigureRow } from './shapes.js';

interface BarChartProps {
  readonly of: FigureDefinitionView;
  readonly charts: readonly Bars[];
  readonly rows: readonly FigureRow[];
  readonly by: Dimension | undefined;
  /** What the longest bar of the figure stands for: groups are drawn to one scale. */
  readonly most: number;
}
/** Horizontal bars, each with its words: nothing is told by length or colour alone. */
export const BarChart = ({ of, charts, rows, by, most }: BarChartProps) => (
  <Stack gap="md">
    {charts.map(({ title, bars }, nth) => (
      <div key={title ?? nth}>
        {title && (
          <Text fw={600} size="sm">
            {title}
          </Text>
        )}
        <ul className="bars">
          {bars.map((bar) => (
            <li key={`${bar.key} ${bar.label}`}>
              <span className="bar-label">{bar.label}</span>
              <Scale bar={bar} most={most} />
              <span className="bar-text">
                <Amount of={of} bar={bar} row={rows.find(({ key }) => key === bar.key)} by={by} /> {bar.text}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </Stack>
);

const percent = (value: number, most: number): string => `${Math.min(100, (100 * value) / most)}%`;

const Scale = ({ bar: { value, mark }, most }: { readonly bar: Bar; readonly most: number }) => (
  <span className="bar-scale" aria-hidden>
    {value > 0 && <span className="bar-length" style={{ width: percent(value, most) }} />}
    {mark !== undefined && mark > 0 && (
      <span className="bar-mark" style={{ insetInlineStart: percent(mark, most) }} />
    )}
  </span>
);

type AmountProps = Pick<BarChartProps, 'of' | 'by'> & {
  readonly bar: Bar;
  readonly row: FigureRow | undefined;
};
const Amount = ({ of, by, bar: { amount, measure }, row }: AmountProps) =>
  amount !== undefined &&
  (row && measure ? (
    <NumberLink of={of} row={row} measure={measure} by={by}>
      {amount}
    </NumberLink>
  ) : (
    amount
  ));
