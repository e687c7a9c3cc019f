import { html, type Html } from '../http/html.js';
import { generalFault, type Faults } from '../pages/faults.js';
import { field, hidden, postForm } from '../pages/form.js';
import { textsFor, type Page } from '../pages/page.js';
import { linkTo, type Visit } from '../pages/visit.js';

export const EXAMPLE_PHONE = '012 345 678';

/** Which page somebody signs in from, and where they go then. */
export interface PhoneFlow {
  readonly at: '/sign-in' | '/invitation';
  readonly returnTo: string;
}
/** What was typed, and what is wrong with it. */
export interface PhoneTyped {
  readonly phone?: string | undefined;
  readonly code?: string | undefined;
  readonly faults?: Faults | undefined;
}

const beginning = (visit: Visit, { at, returnTo }: PhoneFlow): string =>
  linkTo(visit, at, at === '/sign-in' ? { returnTo } : {});

/** The form that asks for a number. */
export function phoneForm(visit: Visit, { at, returnTo }: PhoneFlow, { phone, faults }: PhoneTyped): Html {
  const text = textsFor(visit);
  const number = field({
    ...{ name: 'phone', kind: 'tel', autocomplete: 'tel', value: phone, fault: faults?.fields['phone'] },
    label: text('public.sign-in.phone-label'),
    hint: text('public.sign-in.phone-hint', { example: EXAMPLE_PHONE }),
  });
  const content = html`${number}${hidden('returnTo', returnTo)}`;
  return postForm(linkTo(visit, `${at}/phone`), content, text('public.sign-in.phone-submit'));
}

/** The page that asks for the code, which says nothing of whether the number is known. */
export function codePage(visit: Visit, flow: PhoneFlow, { phone = '', code, faults }: PhoneTyped): Page {
  const text = textsFor(visit);
  const digits = field({
    ...{ name: 'code', kind: 'digits', autocomplete: 'one-time-code', value: code },
    ...{ label: text('public.sign-in.code-label'), fault: faults?.fields['code'] ?? faults?.fields['phone'] },
  });
  const content = html`${digits}${hidden('phone', phone)}${hidden('returnTo', flow.returnTo)}`;
  return {
    ...{ title: text('public.sign-in.code-title'), unlisted: true, faulty: faults !== undefined },
    ...(faults && { status: faults.status, headers: faults.headers }),
    at: beginning({ ...visit, chosen: false }, flow),
    main: html`<p>${text('public.sign-in.code-text', { phone })}</p>
      ${generalFault(faults)}
      ${postForm(linkTo(visit, `${flow.at}/phone/code`), content, text('public.sign-in.code-submit'))}
      <p><a href="${beginning(visit, flow)}">${text('public.sign-in.other-number')}</a></p>`,
  };
}
