import type { PublicFiguresView } from '#contracts';
import type { FigureId } from '#domain';
import { sayDay, sayNumber, type PageTextId } from '#wording';
import { html, type Html } from '../http/html.js';
import { textsFor } from './page.js';
import { provinceName } from './province-name.js';
import type { Visit } from './visit.js';

type Row = PublicFiguresView['figures'][number]['rows'][number];
interface Column {
  readonly measure: string;
  readonly text: PageTextId;
}
/** `null` is a number that is not told; what the measure never has in a row says nothing. */
type Tell = (value: number | null | undefined) => Html | string;

interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly nameOf: (key: string) => string;
}
const tableOf = (visit: Visit, tell: Tell, { caption, columns, rows, nameOf }: Table): Html => {
  const text = textsFor(visit);
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${columns.map((column) => html`<th scope="col">${text(column.text)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ key, values }) =>
          html`<tr>
            <th scope="row">${nameOf(key)}</th>
            ${columns.map(({ measure }) => html`<td>${tell(values[measure])}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** After the last stage there is no other that a case could go on to: nothing is hidden there. */
const onTheWay = (row: Row): Row => {
  const { entered = null, passed = null } = row.values;
  return { ...row, values: { entered, ...(row.key !== 'qualified' && { passed }) } };
};

/** What everybody may know of the whole programme; small groups are hidden, and it says so. */
export function figuresSection(visit: Visit, { asOf, smallestGroup, figures }: PublicFiguresView): Html {
  const text = textsFor(visit);
  const { language } = visit;
  const rowsOf = (id: FigureId): readonly Row[] => figures.find(({ figure }) => figure === id)?.rows ?? [];
  const number = (value: number): string => sayNumber(value, language);
  const tell: Tell = (value) => {
    if (value === undefined) return '';
    return value === null ? html`<span class="quiet">${text('public.figures.hidden')}</span>` : number(value);
  };
  const way = rowsOf('funnel').map(onTheWay);
  const { p50, p80 } = rowsOf('time-to-qualification')[0]?.values ?? {};
  const provinces = rowsOf('province-map').filter(({ values: { applied } }) => applied);
  const applied = { measure: 'applied', text: 'public.figures.applied' } as const;
  const title = html`<h2>${text('public.figures.title')}</h2>`;
  if (!way[0]?.values['entered'])
    return html`<section>
      ${title}
      <p>${text('public.figures.too-few')}</p>
    </section> `;
  return html`<section>
    ${title}
    <p>${text('public.figures.as-of', { day: sayDay(asOf, language) })}</p>
    <p class="quiet">${text('public.figures.small', { smallest: number(smallestGroup) })}</p>
    ${tableOf(visit, tell, {
      caption: text('public.figures.way'),
      columns: [
        { measure: 'entered', text: 'public.figures.came' },
        { measure: 'passed', text: 'public.figures.went-on' },
      ],
      rows: way,
      nameOf: (key) => text(`public.figures.stage.${key}`),
    })}
    ${
      typeof p50 === 'number' &&
      typeof p80 === 'number' &&
      html`<p>${text('public.figures.time', { half: number(p50), most: number(p80) })}</p>`
    }
    ${tableOf(visit, tell, {
      caption: text('public.figures.who'),
      columns: [applied, { measure: 'qualified', text: 'public.figures.qualified' }],
      rows: rowsOf('inclusion'),
      nameOf: (key) => text(`public.figures.group.${key}`),
    })}
    ${
      provinces.length > 0 &&
      tableOf(visit, tell, {
        caption: text('public.figures.provinces'),
        columns: [applied, { measure: 'valid', text: 'public.figures.valid' }],
        rows: provinces,
        nameOf: (key) => provinceName(key, language),
      })
    }
  </section> `;
}
