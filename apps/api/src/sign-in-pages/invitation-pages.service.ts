import { Injectable } from '@nestjs/common';
import { InvitationLink } from '#contracts';
import type { Person } from '#domain';
import { ProblemException } from '#platform';
import { InvitationsService } from '../invitations/invitations.service.js';
import { faultsOf, parsed } from '../pages/faults.js';
import type { Sent } from '../pages/form.js';
import { textsFor, type Elsewhere, type Page } from '../pages/page.js';
import { linkTo, type Reader } from '../pages/visit.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { InvitationCookie } from './invitation-cookie.js';
import { AFTERWARDS, invitationPage, missingLinkPage, onwardPage } from './invitation-pages.view.js';
import { PhoneForms } from './phone-forms.service.js';
import { SignInPages } from './sign-in-pages.service.js';

const FLOW = { at: '/invitation', returnTo: AFTERWARDS } as const;

/**
 * Accepting an invitation by its link. Its secret stands in the address of the first request only: from there on the browser
 * keeps it, sealed, and no address, form or history has it.
 */
@Injectable()
export class InvitationPages {
  constructor(
    private readonly cookie: InvitationCookie,
    private readonly signInPages: SignInPages,
    private readonly phones: PhoneForms,
    private readonly signIn: SignInService,
    private readonly invitations: InvitationsService,
  ) {}

  /** The link was opened: nothing is done with it yet, since programs that look at messages open links too. */
  async open({ visit, reply }: Reader, secret: string): Promise<Elsewhere> {
    await this.cookie.put(reply, secret);
    return { to: linkTo(visit, '/invitation') };
  }

  /** The link was copied, for instance from a message of before links had their secret in the path. */
  async paste(sent: Sent): Promise<Page | Elsewhere> {
    const { visit, form } = sent;
    const { link } = form;
    try {
      return await this.open(sent, parsed(InvitationLink, { link }).link);
    } catch (error) {
      const faults = faultsOf(error, visit, { link: textsFor(visit)('public.fault.link') });
      return missingLinkPage(visit, { ...(link !== undefined && { link }), faults });
    }
  }

  async begin({ visit, request }: Reader): Promise<Page> {
    if ((await this.cookie.look(request)) === undefined) return missingLinkPage(visit);
    const known = await this.signInPages.knownAt(request);
    return invitationPage(visit, { ways: this.signInPages.ways, known });
  }

  askForCode(sent: Sent): Promise<Page> {
    const { visit, form } = sent;
    const page = { ways: this.signInPages.ways, phone: form['phone'] };
    return this.phones.askForCode(sent, FLOW, (faults) => invitationPage(visit, { ...page, faults }));
  }

  async enterCode(sent: Sent): Promise<Page | Elsewhere> {
    const answer = await this.phones.enter(sent, FLOW, await this.cookie.look(sent.request));
    if ('to' in answer) this.cookie.clear(sent.reply);
    return answer;
  }

  /** Sign in at the provider, and accept as whoever one is there. */
  async goToProvider({ visit, request, reply }: Sent): Promise<Page> {
    const secret = await this.cookie.look(request);
    if (secret === undefined) return missingLinkPage(visit);
    const { location } = await this.signIn.beginInvited({ secret, returnTo: AFTERWARDS }, reply);
    return onwardPage(visit, location);
  }

  /** Accept as who is signed in here. */
  async accept({ visit, request, reply }: Sent, actor: Person): Promise<Page | Elsewhere> {
    const secret = await this.cookie.look(request);
    if (secret === undefined) return missingLinkPage(visit);
    try {
      await this.invitations.accept(actor, secret);
      this.cookie.clear(reply);
      return { to: AFTERWARDS };
    } catch (error) {
      if (!(error instanceof ProblemException) || error.problem.code !== 'not-found') throw error;
      const general = textsFor(visit)('public.invitation.stale');
      const faults = { status: error.problem.status, headers: {}, fields: {}, general };
      return invitationPage(visit, { ways: this.signInPages.ways, faults });
    }
  }
}
