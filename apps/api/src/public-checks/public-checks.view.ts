import { CERTIFICATION_SCHEMES, type PublicStanding } from '#domain';
import type { FoundCheck } from '#persistence';
import { sayDay, type PageTextId } from '#wording';
import { html, Html, withWhole } from '../http/html.js';
import { field } from '../pages/form.js';
import { textsFor, type Page } from '../pages/page.js';
import { provinceName } from '../pages/province-name.js';
import { linkTo, type Visit } from '../pages/visit.js';

/** What a number and a code look like. */
const EXAMPLE = { number: 'SQ-2026-000000123', code: '7K3M-Q9XT-2VBA' } as const;

/** Of those that a qualification can have. */
const GRADES = { best: 'A', lowest: 'D' } as const;

const schemeName = (code: string): string =>
  CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code)?.name ?? code;

const mark = (path: string): Html =>
  new Html(
    `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5"><circle cx="12" cy="12" r="10"/><path d="${path}"/></svg>`,
  );
const [TICK, PAUSE, CROSS] = [mark('M7 12l4 4 6-8'), mark('M10 8v8M14 8v8'), mark('M8 8l8 8M16 8l-8 8')];
const MARKS: Readonly<Record<PublicStanding, Html>> = {
  ...{ valid: TICK, conditional: TICK, suspended: PAUSE, ended: CROSS },
};

const MEANING: Readonly<Record<PublicStanding, PageTextId>> = {
  valid: 'public.check.valid-text',
  conditional: 'public.check.conditional-text',
  suspended: 'public.check.suspended-text',
  ended: 'public.check.ended-text',
};

function checkForm(visit: Visit, typed?: string): Html {
  const text = textsFor(visit);
  const label = text('public.check.label');
  const hint = withWhole(text('public.check.hint', EXAMPLE), EXAMPLE.number, EXAMPLE.code);
  const language = visit.chosen && html`<input type="hidden" name="language" value="${visit.language}" />`;
  return html`<form method="get" action="/check">
    ${field({ name: 'number', kind: 'code', label, hint, value: typed })} ${language}<button type="submit">
      ${text('public.check.submit')}
    </button>
  </form>`;
}

export function checkFormPage(visit: Visit): Page {
  const text = textsFor(visit);
  return {
    title: text('public.check.title'),
    main: html`<p>${text('public.check.lead')}</p>
      ${checkForm(visit)}`,
  };
}

/** @param asked as it was typed, which is all that this page knows */
export function nothingShownPage(visit: Visit, asked: string): Page {
  const text = textsFor(visit);
  return {
    ...{ title: text('public.check.none-title'), status: 404, unlisted: true },
    main: html`<p>${text('public.check.none-text', { asked })}</p>
      ${checkForm(visit, asked)}`,
  };
}

const NOT_SAID: readonly PageTextId[] = [
  'public.check.not-scope',
  'public.check.not-approval',
  'public.check.not-goods',
];

/** What the supplier opened, each with its name. */
function opened(visit: Visit, check: FoundCheck): readonly (readonly [PageTextId, Html | string])[] {
  const { language } = visit;
  const { name, category, province, grade, validUntil, certificates } = check;
  const list = certificates?.map((code) => html`<li>${schemeName(code)}</li>`) ?? [];
  const none = textsFor(visit)('public.check.no-certificates');
  return [
    ...(name ? [['public.check.name', name] as const] : []),
    ...(category ? [['public.check.category', textsFor(visit)(`public.category.${category}`)] as const] : []),
    ...(province ? [['public.check.province', provinceName(province, language)] as const] : []),
    ...(grade
      ? [['public.check.grade', textsFor(visit)('public.check.grade-of', { grade, ...GRADES })] as const]
      : []),
    ...(validUntil ? [['public.check.validity', sayDay(validUntil, language)] as const] : []),
    ...(certificates
      ? [
          [
            'public.check.certificates',
            list.length > 0
              ? html`<ul>
                  ${list}
                </ul>`
              : none,
          ] as const,
        ]
      : []),
  ];
}

/** What everybody may know of a qualification: whether it counts first, then what was opened, then what it does not say. */
export function checkedPage(visit: Visit, check: FoundCheck): Page {
  const text = textsFor(visit);
  const { standing, since, caseNumber } = check;
  const title = text('public.check.number', { number: caseNumber });
  const rows = opened(visit, check).map(
    ([id, value]) =>
      html`<dt>${text(id)}</dt>
        <dd>${value}</dd>`,
  );
  const notLater = text('public.check.not-later', { day: sayDay(check.asOf, visit.language) });
  return {
    ...{ title, heading: withWhole(title, caseNumber), unlisted: true },
    main: html`<div class="card standing ${standing}">
        <p>${MARKS[standing]} ${text(`public.check.${standing}`)}</p>
        <p>${text('public.check.since', { day: sayDay(since, visit.language) })}</p>
        <p>${text(MEANING[standing])}</p>
      </div>
      ${rows.length > 0 && html`<dl>${rows}</dl>`}
      <p class="quiet">${text('public.check.shown')}</p>
      <section>
        <h2>${text('public.check.not-title')}</h2>
        <ul>
          ${NOT_SAID.map((id) => html`<li>${text(id)}</li>`)}
          <li>${notLater}</li>
        </ul>
      </section>
      <p><a href="${linkTo(visit, '/check')}">${text('public.check.again')}</a></p>`,
  };
}
