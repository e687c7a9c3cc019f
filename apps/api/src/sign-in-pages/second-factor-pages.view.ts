import { html, Html } from '../http/html.js';
import { qrCode } from '../http/qr-code.js';
import { generalFault, type Faults } from '../pages/faults.js';
import { field, hidden, postForm } from '../pages/form.js';
import { textsFor, type Page } from '../pages/page.js';
import { linkTo, type Visit } from '../pages/visit.js';
import { signOutForm } from './sign-in-pages.view.js';

const AT = '/sign-in/second-factor';

/** What was typed, and what is wrong with it. */
export interface FactorTyped {
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
  readonly faults?: Faults | undefined;
}

const framed = (visit: Visit, returnTo: string, faults?: Faults) => ({
  ...{ unlisted: true, faulty: faults !== undefined },
  ...(faults && { status: faults.status, headers: faults.headers }),
  at: linkTo({ ...visit, chosen: false }, AT, { returnTo }),
});

const codeField = (visit: Visit, { code, faults }: FactorTyped): Html =>
  field({
    ...{ name: 'code', kind: 'digits', autocomplete: 'one-time-code', value: code },
    ...{ label: textsFor(visit)('public.factor.code-label'), fault: faults?.fields['code'] },
  });

/** Asks for the factor: a code of the app or, behind a line to open, one of the codes on paper. */
export function verifyPage(visit: Visit, returnTo: string, typed: FactorTyped = {}): Page {
  const text = textsFor(visit);
  const { faults, recoveryCode } = typed;
  const onward = hidden('returnTo', returnTo);
  const recovery = field({
    ...{ name: 'recoveryCode', kind: 'code', value: recoveryCode, fault: faults?.fields['recoveryCode'] },
    label: text('public.factor.recovery-label'),
  });
  return {
    ...{ title: text('public.factor.title'), ...framed(visit, returnTo, faults) },
    main: html`${generalFault(faults)}
${postForm(linkTo(visit, AT), html`${codeField(visit, typed)}${onward}`, text('public.factor.submit'))}
<details${recoveryCode !== undefined && html` open`}><summary>${text('public.factor.lost')}</summary>
<p>${text('public.factor.recovery-help')}</p>
${postForm(linkTo(visit, AT), html`${recovery}${onward}`, text('public.factor.recovery-submit'), true)}</details>
${signOutForm(visit)}`,
  };
}

/** Why a factor is wanted, and the way to one: reading this page makes no secret. */
export function beginFactorPage(visit: Visit, returnTo: string): Page {
  const text = textsFor(visit);
  const begin = linkTo(visit, `${AT}/enrolment`);
  return {
    ...{ title: text('public.factor.begin-title'), ...framed(visit, returnTo) },
    main: html`<p>${text('public.factor.why')}</p>
      <p>${text('public.factor.begin-text')}</p>
      ${postForm(begin, hidden('returnTo', returnTo), text('public.factor.begin-submit'))}
      ${signOutForm(visit)}`,
  };
}

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';

/**
 * The secret for the app, as a picture and to type in, and the first code of it.
 * @param uri the app's address, told to this page alone; it comes back with the code so that a typing error does not end it
 */
export function enrolPage(visit: Visit, returnTo: string, uri: string, typed: FactorTyped = {}): Page {
  const text = textsFor(visit);
  const picture = qrCode(uri).replace('<svg ', '<svg aria-hidden="true" ');
  const secret = inFours(new URL(uri).searchParams.get('secret') ?? '');
  const content = html`${codeField(visit, typed)}${hidden('uri', uri)}${hidden('returnTo', returnTo)}`;
  return {
    ...{ title: text('public.factor.begin-title'), ...framed(visit, returnTo, typed.faults) },
    main: html`<ol class="steps">
        <li>
          ${text('public.factor.scan')}
          <div class="qr" role="img" aria-label="${text('public.factor.qr')}">${new Html(picture)}</div>
          <p><a href="${uri}">${text('public.factor.same-phone')}</a></p>
          ${text('public.factor.type-in')}
          <p class="codes">${secret}</p>
        </li>
        <li>
          ${text('public.factor.confirm')} ${generalFault(typed.faults)}
          ${postForm(linkTo(visit, `${AT}/confirmation`), content, text('public.factor.submit'))}
        </li>
      </ol>
      ${signOutForm(visit)}`,
  };
}

/** The recovery codes, told once. */
export function recoveryCodesPage(visit: Visit, returnTo: string, codes: readonly string[]): Page {
  const text = textsFor(visit);
  return {
    ...{ title: text('public.factor.done-title'), ...framed(visit, returnTo) },
    main: html`<p>${text('public.factor.done-text')}</p>
      <ul class="codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <p><a class="button" href="${returnTo}">${text('public.factor.done-submit')}</a></p>`,
  };
}
