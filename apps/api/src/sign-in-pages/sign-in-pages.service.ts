import { Inject, Injectable } from '@nestjs/common';
import { OnwardQuery, type MeView } from '#contracts';
import { ProblemException, type Config } from '#platform';
import type { FastifyRequest } from 'fastify';
import { Authentication } from '../auth/authentication.js';
import { CONFIG } from '../config.module.js';
import { parsed } from '../pages/faults.js';
import type { Sent } from '../pages/form.js';
import type { Elsewhere, Page } from '../pages/page.js';
import type { Reader } from '../pages/visit.js';
import { PeopleService } from '../people/people.service.js';
import { PhoneForms } from './phone-forms.service.js';
import { signInPage, type Ways } from './sign-in-pages.view.js';

/** The page on which people sign in. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly authentication: Authentication,
    private readonly people: PeopleService,
    private readonly phones: PhoneForms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get ways(): Ways {
    return { provider: this.config.signInProvider !== undefined, phone: this.config.phoneSignIn };
  }

  /** Who sits at this browser; nobody when no session runs. */
  async knownAt(request: FastifyRequest): Promise<MeView | undefined> {
    try {
      const { person, session } = await this.authentication.personFrom(request);
      return session && (await this.people.me(person, session));
    } catch (error) {
      if (error instanceof ProblemException && error.problem.code === 'unauthenticated') return undefined;
      throw error;
    }
  }

  async begin({ visit, request }: Reader, returnTo: string): Promise<Page> {
    return signInPage(visit, { ways: this.ways, returnTo, known: await this.knownAt(request) });
  }

  askForCode(sent: Sent): Promise<Page> {
    const { visit, form } = sent;
    const { returnTo } = parsed(OnwardQuery, form);
    const page = { ways: this.ways, returnTo, phone: form['phone'] };
    return this.phones.askForCode(sent, { at: '/sign-in', returnTo }, (faults) =>
      signInPage(visit, { ...page, faults }),
    );
  }

  enterCode(sent: Sent): Promise<Page | Elsewhere> {
    const { returnTo } = parsed(OnwardQuery, sent.form);
    return this.phones.enter(sent, { at: '/sign-in', returnTo });
  }
}
