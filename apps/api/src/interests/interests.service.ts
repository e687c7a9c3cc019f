import { Injectable } from '@nestjs/common';
import type { DeclareInterests, InterestsView } from '#contracts';
import { declaredInterests, type OperationId, type Person } from '#domain';
import { Database, indexed, PersonalData, readDeclaration, writeDeclaration } from '#persistence';
import { etagOf, invalid, notFound, preconditionFailed } from '#platform';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { interestsView } from './interests.view.js';

/** Suppliers say these things in their applications; the office audits and buys nothing. */
const DECLARING: readonly string[] = ['audit-firm', 'buyer'];

/** What audit firms and buyers declare of themselves, so that ties to suppliers are found without anybody reading it. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly organisations: OrganisationsService,
  ) {}

  async read(actor: Person, organisationId: string): Promise<InterestsView> {
    await this.mustMay('getInterests', actor, organisationId);
    return this.current(actor, organisationId);
  }

  /** @throws ProblemException 412 with the declaration as it is when somebody declared in between */
  async declare(
    actor: Person,
    organisationId: string,
    version: number,
    body: DeclareInterests,
  ): Promise<InterestsView> {
    await this.mustMay('declareInterests', actor, organisationId);
    const compared = indexed(this.personal, declaredInterests(body));
    const consulted = body.consulted.map((one) => ({
      ...{ organisationId: one.organisationId ?? null, tin: one.tin ?? null, until: one.until },
    }));
    const declared = { compared, consulted };
    const written = await writeDeclaration(this.db, actor, organisationId, version, declared);
    const current = await this.current(actor, organisationId);
    if (written) return current;
    // What was sent is not told back: it may be read by more than one.
    throw preconditionFailed(current.version > 0 ? etagOf(current.version) : undefined, current);
  }

  private async mustMay(operation: OperationId, actor: Person, organisationId: string): Promise<void> {
    const { kind } = await this.organisations.mustMay(operation, actor, organisationId);
    if (DECLARING.includes(kind)) return;
    const detail = 'only an audit firm or a buyer declares interests';
    throw invalid({ pointer: '#', detail, code: 'not-declaring' });
  }

  private async current(actor: Person, organisationId: string): Promise<InterestsView> {
    const found = await readDeclaration(this.db, actor, organisationId);
    if (!found) throw notFound('organisation');
    return interestsView(organisationId, found);
  }
}
