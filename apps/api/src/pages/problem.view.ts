import type { ProblemException } from '#platform';
import type { PageTextId } from '#wording';
import { html } from '../http/html.js';
import { textsFor, type Page } from './page.js';
import { linkTo, type Visit } from './visit.js';

/** Problems that people at a browser are told in words of their own. */
const TOLD = [
  ...['not-found', 'too-many-requests', 'cross-site', 'forbidden', 'validation', 'internal', 'unavailable'],
  ...['sign-in-failed', 'identity-unknown'],
] as const;
/** What a problem without words of its own is told as. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'sign-in-failed',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many-requests',
  500: 'internal',
  503: 'unavailable',
};
/** Where signing in once more is what helps. */
const SIGN_IN_HELPS: readonly string[] = ['sign-in-failed', 'identity-unknown'];

const kindOf = ({ problem: { code, status } }: ProblemException): string =>
  TOLD.find((one) => one === code) ?? BY_STATUS[status] ?? 'validation';

/** A problem as people read it who came with a browser: what it is, and what can be done. @param id of the request */
export function problemPage(visit: Visit, problem: ProblemException, id: string): Page {
  const text = textsFor(visit);
  const kind = kindOf(problem);
  const told = (part: 'subject' | 'text'): PageTextId => `public.problem.${kind}.${part}`;
  const { status } = problem.problem;
  return {
    ...{ title: text(told('subject')), status, headers: problem.headers, unlisted: true },
    main: html`<p>${text(told('text'))}</p>
      ${status >= 500 && html`<p class="quiet">${text('public.problem.reference', { id })}</p>`}
      <p class="row">
        ${
          SIGN_IN_HELPS.includes(kind) &&
          html`<a class="button" href="${linkTo(visit, '/sign-in')}">${text('public.sign-in.again')}</a> `
        }<a href="${linkTo(visit, '/')}">${text('public.frame.home')}</a>
      </p>`,
  };
}
