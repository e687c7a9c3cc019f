import type { MeView } from '#contracts';
import { html, type Html } from '../http/html.js';
import { generalFault } from '../pages/faults.js';
import { postForm } from '../pages/form.js';
import { textsFor, type Page } from '../pages/page.js';
import { linkTo, type Visit } from '../pages/visit.js';
import { builtApp } from '../web-app/built-app.js';
import { phoneForm, type PhoneTyped } from './phone-forms.view.js';

/** With these the app begins. Lines are slow: they come while somebody types. */
const APP = builtApp()?.first ?? [];

/** How people can sign in here. */
export interface Ways {
  readonly provider: boolean;
  readonly phone: boolean;
}
export interface SignInPage extends PhoneTyped {
  readonly ways: Ways;
  readonly returnTo: string;
  /** Who is signed in already. */
  readonly known?: MeView | undefined;
}

export const signOutForm = (visit: Visit): Html =>
  postForm(linkTo(visit, '/sign-out'), html``, textsFor(visit)('public.sign-in.sign-out'), true);

/** Who is signed in, as texts name them. */
export const namesOf = ({ person, organisation }: MeView) => ({
  ...{ name: person.name, organisation: organisation.name },
});

function knownSection(visit: Visit, known: MeView, returnTo: string): Html {
  const text = textsFor(visit);
  return html`<div class="card">
    <p>${text('public.sign-in.known', namesOf(known))}</p>
    <div class="row">
      <a class="button" href="${returnTo}">${text('public.sign-in.go-on')}</a> ${signOutForm(visit)}
    </div>
  </div>`;
}

/** Sign in, by telephone or at the provider; what is not possible here is not offered. */
export function signInPage(visit: Visit, { ways, returnTo, known, ...typed }: SignInPage): Page {
  const text = textsFor(visit);
  const { faults } = typed;
  const byPhone = html`<section class="card">
    <h2>${text('public.sign-in.phone-title')}</h2>
    <p>${text('public.sign-in.phone-text')}</p>
    ${generalFault(faults)} ${phoneForm(visit, { at: '/sign-in', returnTo }, typed)}
  </section>`;
  const provider = `/v1/sign-in/oidc?${new URLSearchParams({ returnTo }).toString()}`;
  const byProvider = html`<section class="card">
    <h2>${text('public.sign-in.provider-title')}</h2>
    <p>${text('public.sign-in.provider-text')}</p>
    <p><a class="button" href="${provider}">${text('public.sign-in.provider-submit')}</a></p>
  </section>`;
  return {
    ...{ title: text('public.sign-in.title'), unlisted: true, faulty: faults !== undefined, next: APP },
    ...(faults && { status: faults.status, headers: faults.headers }),
    at: linkTo({ ...visit, chosen: false }, '/sign-in', { returnTo }),
    main: html`${known && knownSection(visit, known, returnTo)} ${ways.phone && byPhone}
    ${ways.provider && byProvider}
    ${!ways.phone && !ways.provider && html`<p>${text('public.sign-in.none')}</p>`}`,
  };
}

export function signedOutPage(visit: Visit): Page {
  const text = textsFor(visit);
  return {
    ...{ title: text('public.sign-in.signed-out-title'), unlisted: true, at: '/sign-in' },
    main: html`<p>${text('public.sign-in.signed-out-text')}</p>
      <p><a href="${linkTo(visit, '/sign-in')}">${text('public.sign-in.again')}</a></p>`,
  };
}
