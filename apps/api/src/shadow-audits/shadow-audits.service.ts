import { Injectable } from '@nestjs/common';
import type { RecordShadowAudit, ShadowAuditPage, ShadowAuditQuery, ShadowAuditView } from '#contracts';
import { isShadowed, mayShadow, visitedBy, type CaseState, type Person } from '#domain';
import {
  Database,
  Keyring,
  readLooked,
  readShadowAudits,
  readSubmittedAudits,
  recordShadowAudit,
  type ShadowAudit,
} from '#persistence';
import { alreadyExists, caseNumberBefore, encodeCursor, invalid, ProblemException, refused } from '#platform';
import { shadowSeedOf } from '../auditor-quality/shadow-seed.js';
import { FactsService } from '../facts/facts.service.js';
import { pageOfDraw, shadowAuditView } from './shadow-audits.view.js';

/** Audits that are looked at once more by somebody else: work of the programme office, of which audit firms learn nothing. */
@Injectable()
export class ShadowAuditsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly facts: FactsService,
  ) {}

  /** The draw is made anew for each page out of a bounded number of submitted audits; nothing of it is stored. */
  async list(actor: Person, { cursor, limit, status }: ShadowAuditQuery): Promise<ShadowAuditPage> {
    const before = caseNumberBefore(cursor) ?? null;
    const submitted = await readSubmittedAudits(this.db, actor, before);
    const seed = shadowSeedOf(this.keyring);
    const { ids, after } = pageOfDraw(submitted, limit, (id) => isShadowed(seed, id));
    const rows = await readShadowAudits(this.db, actor, ids);
    const wanted = rows.filter(({ verdict }) => !status || (status === 'done') === (verdict !== null));
    return { items: wanted.map(shadowAuditView), next: after === undefined ? null : encodeCursor(after) };
  }

  /**
   * What came of it, once for each submission of an audit.
   * @throws ProblemException 409 when the audit was not drawn, is not submitted or has an outcome, or whoever looked may
   *   not look at any; 403 when they audit here or judged the audit
   */
  async record(actor: Person, qualificationId: string, body: RecordShadowAudit): Promise<ShadowAuditView> {
    const { state } = await this.facts.mayKnow('recordShadowAudit', actor, qualificationId);
    const { submission } = await this.drawn(actor, qualificationId);
    await this.mustFit(actor, state, body);
    const { lookedBy: looked, visitedOn, verdict, items } = body;
    const outcome = { qualificationId, submission, looked, visitedOn, verdict, items };
    if (!(await recordShadowAudit(this.db, actor, outcome)))
      throw alreadyExists('#', 'This submission has an outcome already.');
    return shadowAuditView(await this.drawn(actor, qualificationId));
  }

  private async drawn(actor: Person, qualificationId: string): Promise<ShadowAudit> {
    const picked = isShadowed(shadowSeedOf(this.keyring), qualificationId);
    const [row] = picked ? await readShadowAudits(this.db, actor, [qualificationId]) : [];
    if (!row) throw new ProblemException('status-differs');
    return row;
  }

  private async mustFit(actor: Person, state: CaseState, body: RecordShadowAudit): Promise<void> {
    const { lookedBy, visitedOn, items } = body;
    const { personId } = lookedBy;
    const found = await readLooked(this.db, actor, state.qualificationId, personId, items);
    const no = mayShadow(state, lookedBy, found.employments);
    if (no) throw refused(no);
    const now = new Date().toISOString();
    const errors = items.flatMap((item, i) =>
      found.answered.includes(item)
        ? []
        : [{ pointer: `#/items/${i}`, detail: 'is no item that this audit answered', code: 'unknown' }],
    );
    if (!visitedBy(visitedOn, now > state.caseTime ? now : state.caseTime))
      errors.push({ pointer: '#/visitedOn', detail: 'must not be to come', code: 'in-future' });
    if (errors.length > 0) throw invalid(...errors);
  }
}
