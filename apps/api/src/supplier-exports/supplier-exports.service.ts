import { Injectable, Logger } from '@nestjs/common';
import { DocumentQuery, EXPORT_FORM, MAX_PAGE_SIZE, QualificationQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, PersonalData, readOwnPapers } from '#persistence';
import { AccessesService } from '../accesses/accesses.service.js';
import { ApprovalsService } from '../approvals/approvals.service.js';
import { ComplianceChecksService } from '../compliance-checks/compliance-checks.service.js';
import { ConsentsService } from '../consents/consents.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { LettersService } from '../letters/letters.service.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';
import { PublicConsentsService } from '../public-consents/public-consents.service.js';
import { QualificationsService } from '../qualifications/qualifications.service.js';
import { SitesService } from '../sites/sites.service.js';
import { objectText, pagesOf } from './supplier-exports.view.js';

const limit = MAX_PAGE_SIZE;
type Cursor = string | undefined;

/**
 * Everything of a supplier in one answer. Each part is read by the service that tells it elsewhere, so nothing is in it
 * that its reader may not be told, and nothing else withheld.
 */
@Injectable()
export class SupplierExportsService {
  private readonly logger = new Logger('exports');

  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly limits: AttemptLimits,
    private readonly organisations: OrganisationsService,
    private readonly sites: SitesService,
    private readonly people: PeopleService,
    private readonly cases: QualificationsService,
    private readonly checks: ComplianceChecksService,
    private readonly approvals: ApprovalsService,
    private readonly documents: DocumentsService,
    private readonly consents: ConsentsService,
    private readonly publicConsents: PublicConsentsService,
    private readonly accesses: AccessesService,
    private readonly letters: LettersService,
  ) {}

  /**
   * The text of the export, a page of one list of one case at a time.
   * @throws ProblemException 404 or 403 when it is not the actor's to have, 429 when they had it too often this hour
   */
  async export(actor: Person, supplierId: string): Promise<AsyncIterable<string>> {
    const supplier = await this.organisations.mustMay('exportSupplier', actor, supplierId, 'supplier');
    await this.limits.take('export', `${actor.personId} ${supplierId}`);
    this.logger.log(`data of supplier ${supplierId} exported for person ${actor.personId}`);
    const sites = (cursor: Cursor) => this.sites.list(actor, supplierId, { cursor, limit });
    const people = (cursor: Cursor) => this.people.list(actor, { organisationId: supplierId, cursor, limit });
    return objectText({
      form: { value: EXPORT_FORM },
      supplierId: { value: supplierId },
      exportedAt: { value: new Date().toISOString() },
      supplier: { value: supplier },
      sites: { pages: pagesOf(sites) },
      people: { pages: pagesOf(people) },
      qualifications: { texts: this.caseTexts(actor, supplierId) },
      complete: { value: true },
    });
  }

  private async *caseTexts(actor: Person, supplierId: string): AsyncGenerator<AsyncIterable<string>> {
    const list = (cursor: Cursor) =>
      this.cases.list(actor, QualificationQuery.parse({ supplierId, cursor, limit }));
    for await (const page of pagesOf(list)) for (const { id } of page) yield await this.caseText(actor, id);
  }

  private async caseText(actor: Person, id: string): Promise<AsyncIterable<string>> {
    const documents = async (cursor: Cursor) => {
      const page = await this.documents.list(actor, id, DocumentQuery.parse({ cursor, limit }));
      return {
        ...page,
        items: page.items.map((one) => ({ ...one, content: `/v1/documents/${one.id}/content` })),
      };
    };
    return objectText({
      qualification: { value: await this.cases.get(actor, id) },
      facts: { value: await readOwnPapers(this.db, this.personal, actor, id) },
      complianceChecks: { value: (await this.checks.list(actor, id, 'en')).items },
      scorecards: { value: (await this.approvals.scorecards(actor, id)).items },
      documents: { pages: pagesOf(documents) },
      consents: { pages: pagesOf((cursor) => this.consents.list(actor, id, { cursor, limit })) },
      publicConsent: { value: await this.publicConsents.read(actor, id) },
      accesses: { pages: pagesOf((cursor) => this.accesses.list(actor, id, { cursor, limit })) },
      journal: { pages: pagesOf((cursor) => this.cases.journal(actor, id, { cursor, limit })) },
      letters: { pages: pagesOf((cursor) => this.letters.listInWords(actor, id, { cursor, limit })) },
    });
  }
}
