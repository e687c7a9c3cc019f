import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '#platform';
import { pageText, type Language, type PageTextId } from '#wording';
import { CONFIG } from '../config.module.js';
import { html, type Html } from '../http/html.js';
import { PAGE_HEADERS } from '../http/security-headers.js';
import { ICON_PATH, STYLE_PATH } from './page-files.js';
import { linkTo, type Reader, type Visit } from './visit.js';

/** What a page says, and how it is answered. */
export interface Page {
  readonly title: string;
  /** The title as it heads the page, where that is more than its text. */
  readonly heading?: Html;
  readonly main: Html;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it is found in other languages, when that is not where it was asked for: after a form was sent. */
  readonly at?: string;
  /** An address outside that the browser goes on to by itself. */
  readonly onward?: string;
  /** Files that the page after it will need: they come while this one is read. */
  readonly next?: readonly string[];
  /** It is for whoever has its address: search engines leave it out. */
  readonly unlisted?: boolean;
  /** A form was not taken: the title says so first, since it is what is read out first. */
  readonly faulty?: boolean;
}
/** Another place to go to in place of a page. */
export interface Elsewhere {
  readonly to: string;
}

/** Each language in its own words: whoever looks for theirs cannot read the others. */
const NAMES: Readonly<Record<Language, string>> = { km: 'ខ្មែរ', en: 'English', zh: '中文' };

/** Says texts in the language of a visit. */
export const textsFor =
  ({ language }: Visit) =>
  (id: PageTextId, values?: Readonly<Record<string, string | number>>): string =>
    pageText(language, id, values);

const languageLinks = (visit: Visit, at: string): Html[] =>
  (Object.keys(NAMES) as Language[]).map(
    (language) =>
      html`<a
        href="${linkTo({ ...visit, language, chosen: true }, at)}"
        lang="${language}"
        hreflang="${language}"
        ${language === visit.language ? html` aria-current="true"` : ''}
        >${NAMES[language]}</a
      > `,
  );

function headOf(visit: Visit, { title, onward, unlisted, faulty, next = [] }: Page): Html {
  const named = faulty ? textsFor(visit)('public.fault.title', { title }) : title;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${named} · Selvedge</title>
    <link rel="stylesheet" href="${STYLE_PATH}" />
    <link rel="icon" href="${ICON_PATH}" type="image/svg+xml" />
    ${unlisted && html`<meta name="robots" content="noindex" />`}
    ${next.map((address) => html`<link rel="prefetch" href="${address}" />`)}
    ${onward && html`<meta http-equiv="refresh" content="0;url=${onward}" />`}
  </head>`;
}

/** The whole page: what stands on each of them, and its own content in between. */
function pageMarkup(visit: Visit, page: Page, contact: string | undefined): string {
  const text = textsFor(visit);
  const frame = html`<!doctype html>
    <html lang="${visit.language}">
      ${headOf(visit, page)}
      <body>
        <a class="skip" href="#main">${text('public.frame.skip')}</a>
        <header>
          <a class="brand" href="${linkTo(visit, '/')}">Selvedge</a>
          <nav aria-label="${text('public.frame.language')}">
            ${languageLinks(visit, page.at ?? visit.at)}
          </nav>
        </header>
        <main id="main" tabindex="-1">
          <h1>${page.heading ?? page.title}</h1>
          ${page.main}
        </main>
        <footer>
          <nav>
            <a href="${linkTo(visit, '/')}">${text('public.frame.home')}</a>
            <a href="${linkTo(visit, '/check')}">${text('public.frame.check')}</a>
            <a href="${linkTo(visit, '/sign-in')}">${text('public.frame.sign-in')}</a>
          </nav>
          <p>${text('public.frame.programme')}</p>
          ${contact && html`<p>${text('public.frame.office', { contact })}</p>`}
        </footer>
      </body>
    </html> `;
  return frame.markup;
}

/** Answers with pages. */
@Injectable()
export class Pages {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The text of a page, with its headers set; or nothing, when the reader is sent elsewhere. */
  answer({ reply, visit }: Pick<Reader, 'reply' | 'visit'>, answer: Page | Elsewhere): string {
    if ('to' in answer) {
      reply.status(303).header('location', answer.to);
      return '';
    }
    reply
      .status(answer.status ?? 200)
      .headers({ ...PAGE_HEADERS, 'content-language': visit.language, ...answer.headers })
      .type('text/html; charset=utf-8');
    return pageMarkup(visit, answer, this.config.officeContact);
  }
}
