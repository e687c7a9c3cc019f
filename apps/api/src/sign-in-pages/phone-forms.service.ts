import { Injectable } from '@nestjs/common';
import { RequestPhoneCode, SignInByPhone } from '#contracts';
import { foldKhmer } from '#domain';
import { faultsOf, parsed, type Faults } from '../pages/faults.js';
import type { Sent } from '../pages/form.js';
import { textsFor, type Elsewhere, type Page } from '../pages/page.js';
import { PhoneSignIn } from '../phones/phone-sign-in.js';
import { codePage, EXAMPLE_PHONE, type PhoneFlow } from './phone-forms.view.js';

/** The two forms of a sign-in by telephone, and what is answered to them. */
@Injectable()
export class PhoneForms {
  constructor(private readonly signIn: PhoneSignIn) {}

  /**
   * Have a code sent, and ask for it.
   * @param again the page that the form was on, with what is wrong with it
   */
  async askForCode(
    { visit, form, request, reply }: Sent,
    flow: PhoneFlow,
    again: (faults: Faults) => Page | Promise<Page>,
  ): Promise<Page> {
    try {
      const { phone } = parsed(RequestPhoneCode, { phone: form['phone'] });
      await this.signIn.request(phone, request, reply);
      return codePage(visit, flow, { phone: form['phone'] });
    } catch (error) {
      const phone = textsFor(visit)('public.fault.phone', { example: EXAMPLE_PHONE });
      return again(faultsOf(error, visit, { phone }));
    }
  }

  /**
   * Begin a session with the code.
   * @param invitation its secret: from now on as a member
   */
  async enter(
    { visit, form, request, reply }: Sent,
    flow: PhoneFlow,
    invitation?: string,
  ): Promise<Page | Elsewhere> {
    const { phone = '', code = '' } = form;
    try {
      const typed = { phone, code: foldKhmer(code).replace(/\s/g, ''), ...(invitation && { invitation }) };
      await this.signIn.enter(parsed(SignInByPhone, typed), request, reply);
      return { to: flow.returnTo };
    } catch (error) {
      const said = textsFor(visit)('public.fault.code');
      // The number was taken a page before: whoever changed it since is told the same.
      const faults = faultsOf(error, visit, { code: said, phone: said });
      return codePage(visit, flow, { phone, code, faults });
    }
  }
}
