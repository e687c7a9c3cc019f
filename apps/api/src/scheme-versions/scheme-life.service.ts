import { Injectable } from '@nestjs/common';
import type { ChangeSchemeVersion, SchemeVersionView } from '#contracts';
import {
  localDate,
  refuse,
  schemeProblems,
  withKeptReviews,
  withReviewedText,
  type Person,
  type SchemeContent,
  type SchemeProblemCode,
  type TextLanguage,
} from '#domain';
import { Database, type Statement } from '#persistence';
import {
  etagOf,
  invalid,
  notFound,
  preconditionFailed,
  ProblemException,
  refused,
  type FieldError,
} from '#platform';
import * as sql from './scheme-versions.queries.js';
import { SchemeVersionsService } from './scheme-versions.service.js';
import { versionView, type WholeVersion } from './scheme-versions.view.js';

const DETAIL: Readonly<Record<SchemeProblemCode, string>> = {
  'id-repeated': 'stands there twice',
  'section-unknown': 'is no section of the checklist',
  'section-empty': 'has no item',
  'section-without-weight': 'must be above 0',
  'weight-missing': 'must be above 0',
  'grave-not-in-core-profile': 'a critical or zero-tolerance item belongs to the core profile',
  'condition-empty': 'must ask for something',
  'severity-unchanged': 'is what the item has anyway',
  'rule-never-reached': 'an earlier rule has the same condition',
  'evidence-count-differs': 'must have as many entries as the English evidence',
  'floor-of-unknown-section': 'is no section of the checklist',
  'grades-not-in-order': 'must be worse than the grade before, with a lower minimum',
  'last-grade-has-limits': 'the last grade takes whatever is left: from 0 on, without limits',
  'grade-unknown': 'is no grade of the list',
  'values-not-in-order': 'conform must be worth more than partial, and that no less than the rest',
  'validity-not-in-order': 'a better grade must not be valid for less',
  'units-mixed': 'must be given in one unit: days, working days or hours',
  'lead-longer-than-wait': 'reminds before the wait has begun',
  'several-ends': 'can end once only',
  'check-repeated': 'stands there twice',
};

const errorsOf = (content: SchemeContent): readonly FieldError[] =>
  schemeProblems(content)
    .slice(0, 50)
    .map(({ pointer, code }) => ({ pointer: `#/content${pointer}`, detail: DETAIL[code], code }));

/** Draft, review, publication by a second person, retirement. */
@Injectable()
export class SchemeLifeService {
  constructor(
    private readonly db: Database,
    private readonly versions: SchemeVersionsService,
  ) {}

  /** One step of its life, under the revision that was read: 412 when somebody was faster, 409 when it stands elsewhere. */
  private async step(
    actor: Person,
    change: Statement,
    before: WholeVersion,
    { revision, from, value }: { readonly revision: number; readonly from: string; readonly value?: string },
  ): Promise<SchemeVersionView> {
    if (before.status !== from)
      throw new ProblemException('status-differs', { detail: `It is ${before.status}.` });
    const { schemeId, id } = before;
    const values = [schemeId, id, revision, ...(value === undefined ? [] : [value])];
    const [row] = await this.db.run<WholeVersion & Record<string, unknown>>(actor, change, values);
    if (row) return versionView(row, true);
    const current = await this.versions.read(actor, schemeId, id);
    throw preconditionFailed(etagOf(current.revision), current);
  }

  async change(
    actor: Person,
    schemeId: string,
    id: string,
    revision: number,
    { content }: ChangeSchemeVersion,
  ) {
    const before = await this.versions.whole(actor, schemeId, id);
    const value = JSON.stringify(withKeptReviews(content, before.content));
    return this.step(actor, sql.CHANGE_VERSION, before, { revision, from: 'draft', value });
  }

  /** Somebody who speaks the language has read the words of an item, and they are right. */
  async reviewText(
    actor: Person,
    { schemeId, id, revision }: { readonly schemeId: string; readonly id: string; readonly revision: number },
    text: { readonly itemId: string; readonly language: TextLanguage },
  ) {
    const before = await this.versions.whole(actor, schemeId, id);
    const reviewedOn = localDate(new Date().toISOString());
    const content = withReviewedText(before.content, text, { reviewedBy: actor.personId, reviewedOn });
    if (!content) throw notFound('text of an item');
    const value = JSON.stringify(content);
    return this.step(actor, sql.CHANGE_VERSION, before, { revision, from: 'draft', value });
  }

  /** @throws ProblemException 422 with a pointer to each field that does not fit the others */
  async submit(actor: Person, schemeId: string, id: string, revision: number) {
    const before = await this.versions.whole(actor, schemeId, id);
    const errors = errorsOf(before.content);
    if (before.status === 'draft' && errors.length > 0) throw invalid(...errors);
    return this.step(actor, sql.SUBMIT_VERSION, before, { revision, from: 'draft', value: actor.personId });
  }

  async sendBack(actor: Person, schemeId: string, id: string, revision: number, note: string) {
    const before = await this.versions.whole(actor, schemeId, id);
    return this.step(actor, sql.RETURN_VERSION, before, { revision, from: 'in-review', value: note });
  }

  /** By another person than who wrote or submitted it. From now on it never changes, and cases may be opened under it. */
  async publish(actor: Person, schemeId: string, id: string, revision: number) {
    const before = await this.versions.whole(actor, schemeId, id);
    if ([before.createdBy, before.submittedBy].includes(actor.personId)) throw refused(refuse('same-person'));
    const value = actor.personId;
    return this.step(actor, sql.PUBLISH_VERSION, before, { revision, from: 'in-review', value });
  }

  /** No new case is opened under it; those that run keep it. */
  async retire(actor: Person, schemeId: string, id: string, revision: number) {
    const before = await this.versions.whole(actor, schemeId, id);
    return this.step(actor, sql.RETIRE_VERSION, before, { revision, from: 'published' });
  }
}
