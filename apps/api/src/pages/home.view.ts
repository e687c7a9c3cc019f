import type { PublicFiguresView } from '#contracts';
import { INPUT_CATEGORIES } from '#domain';
import type { PageTextId } from '#wording';
import { html, type Html } from '../http/html.js';
import { figuresSection } from './figures.view.js';
import { textsFor, type Page } from './page.js';
import { linkTo, type Visit } from './visit.js';

/** In the order in which they happen. */
const STEPS: readonly (readonly [title: PageTextId, text: PageTextId])[] = [
  ['public.home.application-title', 'public.home.application'],
  ['public.home.audit-title', 'public.home.audit'],
  ['public.home.checks-title', 'public.home.checks'],
  ['public.home.pilot-title', 'public.home.pilot'],
  ['public.home.approval-title', 'public.home.approval'],
];
const NEEDED: readonly PageTextId[] = [
  'public.home.need-paper',
  'public.home.need-site',
  'public.home.need-people',
  'public.home.need-phone',
];

/**
 * What the programme is, and how a firm gets in.
 * @param figures of the programme, where they could be read
 */
export function homePage(visit: Visit, figures?: PublicFiguresView): Page {
  const text = textsFor(visit);
  const section = (title: PageTextId, content: Html): Html =>
    html`<section>
      <h2>${text(title)}</h2>
      ${content}
    </section> `;
  const paragraph = (id: PageTextId): Html => html`<p>${text(id)}</p>`;
  const categories = INPUT_CATEGORIES.map(({ code }) => html`<li>${text(`public.category.${code}`)}</li>`);
  const steps = STEPS.map(([title, id]) => html`<li><strong>${text(title)}</strong> ${text(id)}</li>`);
  const button = (path: string, id: PageTextId, look = 'button'): Html =>
    html`<a class="${look}" href="${linkTo(visit, path)}">${text(id)}</a>`;
  const check = button('/check', 'public.frame.check', 'button second');
  return {
    title: text('public.home.title'),
    main: html`<p class="lead">${text('public.home.lead')}</p>
      <p class="row">${button('/sign-in', 'public.frame.sign-in')} ${check}</p>
      ${section(
        'public.home.who-title',
        html`${paragraph('public.home.who')}
          <ul>
            ${categories}
          </ul>`,
      )}
      ${section(
        'public.home.steps-title',
        html`<ol class="steps">
          ${steps}
        </ol>`,
      )}
      ${section(
        'public.home.need-title',
        html`<ul>
          ${NEEDED.map((id) => html`<li>${text(id)}</li>`)}
        </ul>`,
      )}
      ${section('public.home.apply-title', paragraph('public.home.apply'))}
      ${section('public.home.yours-title', paragraph('public.home.yours'))}
      ${section(
        'public.home.buyers-title',
        html`${paragraph('public.home.buyers')}
          <p>${check}</p>`,
      )}
      ${figures && figuresSection(visit, figures)}`,
  };
}
