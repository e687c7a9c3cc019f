import { Inject, Injectable } from '@nestjs/common';
import type { PublicConsentView, SetPublicConsent } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { etagOf, notFound, preconditionFailed, ProblemException, type Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { FactsService } from '../facts/facts.service.js';
import { qrCode } from '../http/qr-code.js';
import { mintCheckCode } from './check-code.js';
import { READ, SET, WITHDRAW } from './public-consents.queries.js';
import { publicConsentView, type PublicConsentRow } from './public-consents.view.js';

/**
 * What a supplier lets everybody see of a qualification: nothing until it says so, and nothing from the moment it takes it
 * back. A fact and not a decision: it changes nothing in the case, and is taken back also while decisions cannot be taken.
 */
@Injectable()
export class PublicConsentsService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(actor: Person, id: string): Promise<PublicConsentView> {
    await this.facts.mayKnow('getPublicConsent', actor, id);
    return this.find(actor, id);
  }

  /**
   * Let everybody see these sections, in place of those before; the code stays as long as the consent stands.
   * @param version that was read; 0 when none was ever given
   * @throws ProblemException 409 when the case was never qualified, 412 when somebody changed it in between
   */
  async set(
    actor: Person,
    id: string,
    { sections }: SetPublicConsent,
    version: number,
  ): Promise<PublicConsentView> {
    const { state } = await this.facts.mayKnow('setPublicConsent', actor, id);
    if (!state.validity) throw new ProblemException('status-differs', { detail: 'It was never qualified.' });
    const values = [id, actor.personId, actor.organisationId, sections, mintCheckCode(), version];
    const [row] = await this.db.run<PublicConsentRow & Record<string, unknown>>(actor, SET, values);
    if (row) return publicConsentView(row, this.config.publicOrigin);
    const current = await this.find(actor, id);
    throw preconditionFailed(current.version > 0 ? etagOf(current.version) : undefined, current, {
      sections,
    });
  }

  /** From now on nobody sees anything, and the code is worthless for good. Again is harmless. */
  async withdraw(actor: Person, id: string): Promise<void> {
    await this.facts.mayKnow('withdrawPublicConsent', actor, id);
    await this.db.run(actor, WITHDRAW, [id, actor.personId, actor.organisationId]);
  }

  /** The address of the check as a QR code. @throws ProblemException 404 while no consent is in force */
  async qr(actor: Person, id: string): Promise<string> {
    await this.facts.mayKnow('getPublicConsentQr', actor, id);
    const { address } = await this.find(actor, id);
    if (address === null) throw notFound('public consent');
    return qrCode(address);
  }

  private async find(actor: Person, id: string): Promise<PublicConsentView> {
    const [row] = await this.db.run<PublicConsentRow & Record<string, unknown>>(actor, READ, [id]);
    return publicConsentView(row, this.config.publicOrigin);
  }
}
