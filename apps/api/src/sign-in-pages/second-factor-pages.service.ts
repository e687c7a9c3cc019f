import { Injectable } from '@nestjs/common';
import { ConfirmSecondFactor, EnrolmentForm, OnwardQuery, VerifySecondFactor } from '#contracts';
import { foldKhmer, type Person } from '#domain';
import type { ActingSession } from '../auth/authentication.js';
import { faultsOf, parsed, type Faults } from '../pages/faults.js';
import type { Sent } from '../pages/form.js';
import { textsFor, type Elsewhere, type Page } from '../pages/page.js';
import type { Visit } from '../pages/visit.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { beginFactorPage, enrolPage, recoveryCodesPage, verifyPage } from './second-factor-pages.view.js';

const digits = (typed = ''): string => foldKhmer(typed).replace(/\s/g, '');

/** The pages of the second factor, over the service that the web app asks too. */
@Injectable()
export class SecondFactorPages {
  constructor(private readonly factor: SecondFactorService) {}

  /** What is to be done in this session, if anything. */
  begin(visit: Visit, returnTo: string, session: ActingSession): Page | Elsewhere {
    if (session.secondFactorGiven) return { to: returnTo };
    return session.secondFactorEnrolled ? verifyPage(visit, returnTo) : beginFactorPage(visit, returnTo);
  }

  async enrol({ visit, form }: Sent, actor: Person, session: ActingSession): Promise<Page> {
    const { returnTo } = parsed(OnwardQuery, form);
    const { uri } = await this.factor.enrol(actor, session);
    return enrolPage(visit, returnTo, uri);
  }

  async confirm({ visit, form, reply }: Sent, actor: Person, session: ActingSession): Promise<Page> {
    const { returnTo, uri } = parsed(EnrolmentForm, form);
    const { code } = form;
    try {
      const typed = parsed(ConfirmSecondFactor, { code: digits(code) });
      const { recoveryCodes } = await this.factor.confirm(actor, session, typed, reply);
      return recoveryCodesPage(visit, returnTo, recoveryCodes);
    } catch (error) {
      return enrolPage(visit, returnTo, uri, { code, faults: this.faults(error, visit) });
    }
  }

  async verify(
    { visit, form, reply }: Sent,
    actor: Person,
    session: ActingSession,
  ): Promise<Page | Elsewhere> {
    const { returnTo } = parsed(OnwardQuery, form);
    const { code, recoveryCode } = form;
    try {
      const typed = recoveryCode === undefined ? { code: digits(code) } : { recoveryCode };
      await this.factor.verify(actor, session, parsed(VerifySecondFactor, typed), reply);
      return { to: returnTo };
    } catch (error) {
      const name = recoveryCode === undefined ? 'code' : 'recoveryCode';
      return verifyPage(visit, returnTo, { code, recoveryCode, faults: this.faults(error, visit, name) });
    }
  }

  /** Whatever form a code has not, is said of its field. */
  private faults(error: unknown, visit: Visit, field: 'code' | 'recoveryCode' = 'code'): Faults {
    const text = textsFor(visit);
    const said = text(field === 'code' ? 'public.fault.factor-code' : 'public.fault.recovery-code');
    const { fields, ...faults } = faultsOf(error, visit, { '#': said, code: said, recoveryCode: said });
    return { ...faults, fields: Object.keys(fields).length > 0 ? { [field]: said } : {} };
  }
}
