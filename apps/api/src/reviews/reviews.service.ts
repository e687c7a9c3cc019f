import { Injectable } from '@nestjs/common';
import type { ReviewView } from '#contracts';
import type { Person } from '#domain';
import { CaseReader } from '#persistence';
import type { Language } from '#wording';
import { Authorisation } from '../auth/authorisation.js';
import { reviewView } from './reviews.view.js';

/** What a reviewer needs beside answers, evidence and score. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly cases: CaseReader,
    private readonly authorisation: Authorisation,
  ) {}

  async get(actor: Person, id: string, language: Language): Promise<ReviewView> {
    const access = this.authorisation.accessBy('getReview', actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase('getReview', actor, detail);
    const { caseTime } = detail.state;
    const now = new Date().toISOString();
    return reviewView(detail, actor, now > caseTime ? now : caseTime, language);
  }
}
