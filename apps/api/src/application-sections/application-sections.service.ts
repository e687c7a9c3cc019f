import { Injectable } from '@nestjs/common';
import { APPLICATION_SECTION_BODIES } from '#contracts';
import { APPLICATION, COMPLIANCE, COMPLIANCE_SECTIONS, type ApplicationSection, type Person } from '#domain';
import {
  Database,
  PersonalData,
  readBankInForce,
  readPaper,
  type CaseForCommand,
  type FactRow,
} from '#persistence';
import { validationProblem } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { seesSection } from '../qualifications/qualifications.view.js';

const paperOf = (section: string): string =>
  (COMPLIANCE_SECTIONS as readonly string[]).includes(section) ? COMPLIANCE : APPLICATION;

/** What the supplier fills in, saved section by section while somebody types. */
@Injectable()
export class ApplicationSectionsService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly facts: FactsService,
  ) {}

  /**
   * A buyer sees the sections that the supplier opened to it, an auditor all but those about money, everybody else of the
   * case all. Of a bank account that changes, a buyer sees the one in force.
   */
  async list(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    const found = await this.facts.mayKnow('listSections', actor, id);
    const [application = [], compliance = []] = await Promise.all(
      [APPLICATION, COMPLIANCE].map((paper) => readPaper(this.db, this.personal, actor, id, paper)),
    );
    const seen = [...application, ...compliance].filter(({ item }) => seesSection(found, item));
    return { items: await this.withBankInForce(actor, found, seen) };
  }

  private async withBankInForce(
    actor: Person,
    { id, state, relations }: CaseForCommand,
    seen: readonly FactRow[],
  ): Promise<readonly FactRow[]> {
    const account = state.bankAccount;
    const isBank = ({ item }: FactRow): boolean => item === 'bank';
    if (!account || relations.some((r) => r !== 'buyer') || !seen.some(isBank)) return seen;
    const { revision } = account;
    const inForce =
      revision === undefined ? [] : await readBankInForce(this.db, this.personal, actor, id, revision);
    return seen.flatMap((fact) => (isBank(fact) ? inForce : [fact]));
  }

  /** @throws ProblemException 422 naming the fields that do not fit the section */
  async write(
    actor: Person,
    qualificationId: string,
    section: ApplicationSection,
    body: unknown,
    expectedVersion: number,
  ) {
    const read = APPLICATION_SECTION_BODIES[section].safeParse(body);
    if (!read.success) throw validationProblem(read.error.issues);
    const content = read.data as Record<string, unknown>;
    const asked = { qualificationId, paper: paperOf(section), item: section, content, expectedVersion };
    return { item: section, version: await this.facts.write('writeSection', actor, asked) };
  }
}
