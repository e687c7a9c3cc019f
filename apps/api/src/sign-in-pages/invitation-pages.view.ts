import type { MeView } from '#contracts';
import { html } from '../http/html.js';
import { generalFault, type Faults } from '../pages/faults.js';
import { field, postForm } from '../pages/form.js';
import { textsFor, type Page } from '../pages/page.js';
import { linkTo, type Visit } from '../pages/visit.js';
import { phoneForm, type PhoneTyped } from './phone-forms.view.js';
import { namesOf, signOutForm, type Ways } from './sign-in-pages.view.js';

/** Where somebody goes who has become a member. */
export const AFTERWARDS = '/app/';
const AT = '/invitation';

const framed = (faults?: Faults) => ({
  ...{ unlisted: true, faulty: faults !== undefined, at: AT },
  ...(faults && { status: faults.status, headers: faults.headers }),
});

/** Asks for the link of a message, where it was not opened here. */
export function missingLinkPage(visit: Visit, typed: { link?: string; faults?: Faults } = {}): Page {
  const text = textsFor(visit);
  const { link, faults } = typed;
  const label = text('public.invitation.link-label');
  const content = field({ name: 'link', label, value: link, fault: faults?.fields['link'] });
  return {
    ...{ title: text('public.invitation.missing-title'), ...framed(faults) },
    main: html`<p>${text('public.invitation.missing-text')}</p>
      ${postForm(linkTo(visit, AT), content, text('public.invitation.link-submit'))}`,
  };
}

export interface InvitationPage extends PhoneTyped {
  readonly ways: Ways;
  /** Who is signed in already. */
  readonly known?: MeView | undefined;
}

/** The ways to accept an invitation. Whether it is good for anything is not told before. */
export function invitationPage(visit: Visit, { ways, known, ...typed }: InvitationPage): Page {
  const text = textsFor(visit);
  const accept =
    known && postForm(linkTo(visit, `${AT}/acceptance`), html``, text('public.invitation.accept'));
  const asKnown =
    known &&
    html`<section class="card">
      <p>${text('public.invitation.known', namesOf(known))}</p>
      <div class="row">${accept}${signOutForm(visit)}</div>
    </section>`;
  const byPhone = html`<section class="card">
    <h2>${text('public.sign-in.phone-title')}</h2>
    <p>${text('public.invitation.phone-text')}</p>
    ${phoneForm(visit, { at: AT, returnTo: AFTERWARDS }, typed)}
  </section>`;
  const provider = postForm(linkTo(visit, `${AT}/provider`), html``, text('public.sign-in.provider-submit'));
  const byProvider = html`<section class="card">
    <h2>${text('public.sign-in.provider-title')}</h2>
    <p>${text('public.invitation.provider-text')}</p>
    ${provider}
  </section>`;
  return {
    ...{ title: text('public.invitation.title'), ...framed(typed.faults) },
    main: html`<p>${text('public.invitation.text')}</p>
      ${generalFault(typed.faults)} ${asKnown} ${ways.phone && byPhone} ${ways.provider && byProvider}`,
  };
}

/** Sends on to the provider from a page: browsers do not let a form lead to another site. */
export function onwardPage(visit: Visit, onward: string): Page {
  const text = textsFor(visit);
  return {
    ...{ title: text('public.sign-in.provider-submit'), ...framed(), onward },
    main: html`<p>${text('public.invitation.onward')}</p>
      <p><a class="button" href="${onward}">${text('public.sign-in.provider-submit')}</a></p>`,
  };
}
