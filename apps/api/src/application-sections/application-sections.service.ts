import { Injectable } from '@nestjs/common';
import { APPLICATION_SECTION_BODIES } from '#contracts';
import { APPLICATION, COMPLIANCE, COMPLIANCE_SECTIONS, type ApplicationSection, type Person } from '#domain';
import type { FactRow } from '#persistence';
import { validationProblem } from '#platform';
import { FactsService } from '../facts/facts.service.js';

/** Owners and tax papers are between the supplier, its auditor and the office; the rest is for buyers with consent too. */
const FOR_BUYERS: readonly string[] = ['profile', 'site', 'capacity', 'certificates'];

const paperOf = (section: string): string =>
  (COMPLIANCE_SECTIONS as readonly string[]).includes(section) ? COMPLIANCE : APPLICATION;

/** What the supplier fills in, saved section by section while somebody types. */
@Injectable()
export class ApplicationSectionsService {
  constructor(private readonly facts: FactsService) {}

  async list(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    const [application, compliance] = await Promise.all(
      [APPLICATION, COMPLIANCE].map((paper) => this.facts.read('listSections', actor, id, paper)),
    );
    const all = [...(application ?? []), ...(compliance ?? [])];
    return {
      items: actor.organisationKind === 'buyer' ? all.filter((row) => FOR_BUYERS.includes(row.item)) : all,
    };
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
