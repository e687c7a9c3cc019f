import { SYSTEM, type Actor } from './actors.js';
import { addDays, localDate } from './calendar.js';
import type { CaseState, CheckKind, ListHit, Verdict } from './case-state.js';
import type { Answer } from './checklist.js';
import { NO_HAND_IN_IT, type Command, type CommandOf } from './commands.js';
import { blankState, decide, type JournalEntry, type Outcome } from './decide.js';
import type { Move } from './decision.js';
import { nextStepAt } from './deadlines.js';
import type { Facts, LotInspection, PreviousCase, PilotTerms } from './facts.js';
import type { FormerCase } from './renewal.js';
import type { ReportEntry } from './evidence-credit.js';
import {
  approvalScopePaper,
  AUDIT,
  AUDIT_CORRECTIONS,
  COMPLIANCE,
  correctiveActionPaper,
  EXTERNAL_REPORTS,
  pilotOrderPaper,
} from './papers.js';
import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';
import { OTHER_SCHEME, OTHER_VERSION } from './other-scheme.fixture.js';
import { asPrevious, membershipsOf } from './linked.fixture.js';
import { PEOPLE, type Who } from './people.fixture.js';
import { papersReliedOn } from './precheck.js';
import type { Refusal } from './refusals.js';
import { CONFORM, SECTIONS, noHolidays } from './walk-facts.fixture.js';
import type { SchemeContent } from './scheme.js';
import { applicableItems } from './checklist.js';

export { OTHER_VERSION, PEOPLE, type Who };
export { CONFORM, NONCONFORM, NOT_APPLICABLE } from './walk-facts.fixture.js';

export const OPEN = {
  type: 'open',
  supplierId: 'supplier',
  siteId: 'site',
  schemeVersionId: 'scheme',
  profile: 'core',
  endMarkets: ['EU'],
} as const;

/** A case that lives in memory: state, facts and clock in one hand, so that rules can be walked through. */
export class Walk {
  now = '2026-11-02T02:00:00.000Z';
  state: CaseState;
  readonly entries: JournalEntry[] = [];
  papers: Record<string, Record<string, unknown>> = structuredClone(SECTIONS);
  lastEditAt: string | undefined;
  bankRevision: string | undefined;
  /** As it was copied from the case before. */
  bankIsCopy = false;
  /** Whether the document that a command names is one of the case. */
  evidenceKnown = true;
  openCaseId: string | undefined;
  /** The case that this one follows, and cases of the site that ended badly. */
  previous: PreviousCase | undefined;
  former: readonly FormerCase[] = [];
  /** When the earliest mandatory certificate ends, an instant. */
  certificateEnds: string | undefined;
  /** Who audited the site before, and what ties an auditor to a party of the case. */
  earlier: NonNullable<Facts['assignment']>['earlier'] = [];
  ties: NonNullable<Facts['assignment']>['ties'] = [];
  /** What the draw of unannounced visits is made with. */
  drawSeed: string | undefined;
  /** When results end, by check, instants. */
  checkEnds: Partial<Record<CheckKind, string>> = {};
  /** What buyers lay over the audit, as far as they may read what it finds. */
  overlays: NonNullable<Facts['overlays']> = [];
  checkVerdicts: Partial<Record<CheckKind, Verdict>> = {};
  /** Names that a list may mean, by check. */
  listHits: Partial<Record<CheckKind, readonly ListHit[]>> = {};
  holidays: Record<string, string[]> = noHolidays();
  /** Contents of published versions of the scheme, by id. */
  versions: Record<string, SchemeContent> = { scheme: DEFAULT_SCHEME_CONTENT, [OTHER_VERSION]: OTHER_SCHEME };

  constructor(category: CaseState['category'] = 'TRIMS', follows?: Walk) {
    const open = { ...OPEN, category, ...(follows && { previousId: follows.state.qualificationId }) };
    if (follows) {
      this.now = follows.now;
      this.previous = asPrevious(follows);
      this.former = [follows.state];
    }
    this.state = blankState(follows ? `${follows.state.qualificationId}-next` : 'case', open, this.now);
    this.papers[AUDIT] = Object.fromEntries(this.items().map((id) => [id, CONFORM]));
    for (const buyer of ['buyer-1', 'buyer-2']) {
      this.papers[pilotOrderPaper(buyer)] = { terms: this.terms() };
      this.scope(buyer, 150);
    }
    this.must(open, 'supplier');
  }

  /** The version that the case runs under. */
  get scheme(): SchemeContent {
    return this.versions[this.state.schemeVersionId] ?? DEFAULT_SCHEME_CONTENT;
  }

  set scheme(content: SchemeContent) {
    this.versions[this.state.schemeVersionId] = content;
  }

  /** What the case waits for, beside the ends of consents. */
  get waits(): CaseState['deadlines'] {
    return this.state.deadlines.filter(({ kind }) => kind !== 'consent-end');
  }

  get moves(): readonly Move[] {
    return this.entries.flatMap((entry) => entry.moves);
  }

  items(): readonly string[] {
    return applicableItems(this.scheme.checklist.items, this.state).map((i) => i.id);
  }

  date(days: number): string {
    return localDate(addDays(this.now, days));
  }

  terms() {
    return {
      lots: [
        { lot: 1, size: 500 },
        { lot: 2, size: 500 },
      ],
      deliveryBy: this.date(30),
      valueUsd: 3000,
      incoterm: 'EXW',
    };
  }

  facts(command: Command): Facts {
    const named =
      'auditorId' in command ? command.auditorId : 'toPersonId' in command ? command.toPersonId : undefined;
    const memberships = Object.values(PEOPLE).filter((p) => p.personId === named);
    return {
      scheme: this.scheme,
      calendar: { holidays: this.holidays },
      papers: this.papers,
      buyerKnown: 'buyerId' in command && command.buyerId.startsWith('buyer-'),
      scopeRevision: '1',
      ...(this.drawSeed && { drawSeed: this.drawSeed }),
      evidenceKnown: this.evidenceKnown,
      ...(this.bankRevision && { bankRevision: this.bankRevision }),
      ...(this.bankIsCopy && { bankIsCopy: true as const }),
      ...(this.lastEditAt && { lastEditAt: this.lastEditAt }),
      ...(this.openCaseId && { openCaseId: this.openCaseId }),
      ...(this.previous && { previous: this.previous }),
      former: this.former,
      ...(command.type === 'appoint-panel' &&
        command.members && { panel: { named: membershipsOf(command.members), involved: this.hands() } }),
      ...(named !== undefined && { person: { personId: named, memberships } }),
      ...(this.overlays.length > 0 && { overlays: this.overlays }),
      ...(command.type === 'migrate-scheme' && { nextScheme: this.nextScheme(command.schemeVersionId) }),
      ...('firmId' in command && { assignment: { earlier: this.earlier, ties: this.ties } }),
      ...(command.type === 'record-checks' && { checkRun: this.checkRun() }),
    };
  }

  /** Open a case that renews this one, or applies again after it. */
  next(): Walk {
    return new Walk(this.state.category, this);
  }

  /** The persons who gave a command in this case. */
  private hands(): readonly string[] {
    const decided = this.entries.filter(({ command }) => !NO_HAND_IN_IT.includes(command));
    return decided.flatMap(({ actor }) => (actor === 'system' ? [] : actor.personId));
  }

  private nextScheme(id: string): NonNullable<Facts['nextScheme']> {
    const content = this.versions[id] ?? (id === 'of-another-scheme' ? DEFAULT_SCHEME_CONTENT : undefined);
    return { sameScheme: id in this.versions, ...(content && { content }) };
  }

  private checkRun(): NonNullable<Facts['checkRun']> {
    const kinds = Object.keys(this.state.checks) as CheckKind[];
    return Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          verdict: this.checkVerdicts[kind] ?? ('PASS' as const),
          ...this.hitsOf(kind),
          ...(kind === 'certificates' && this.certificateEnds && { expiresAt: this.certificateEnds }),
          ...(this.checkEnds[kind] !== undefined && { expiresAt: this.checkEnds[kind] }),
        },
      ]),
    );
  }

  /** As the machine does: pairs that were cleared are left out. */
  private hitsOf(kind: CheckKind): { verdict?: Verdict; hits?: readonly ListHit[] } {
    const hits = this.listHits[kind]?.filter(({ id }) => !this.state.clearings?.[id]?.cleared) ?? [];
    return hits.length > 0 ? { verdict: 'POTENTIAL', hits } : {};
  }

  ask(command: Command, who: Who | 'system'): Outcome {
    const actor: Actor = who === 'system' ? SYSTEM : PEOPLE[who];
    const facts = { ...this.facts(command), papers: this.reliedOn(command, actor) };
    const outcome = decide(this.state, command, facts, actor, this.now);
    if ('decided' in outcome) {
      this.state = outcome.decided.next;
      if (outcome.decided.entry) this.entries.push(outcome.decided.entry);
    }
    return outcome;
  }

  /** As the database gives them: papers that the command does not rely on are not there. */
  private reliedOn(command: Command, actor: Actor): Facts['papers'] {
    const names = papersReliedOn(this.state, command, actor);
    return Object.fromEntries(Object.entries(this.papers).filter(([paper]) => names.includes(paper)));
  }

  /** Ask and expect yes. */
  must(command: Command, who: Who | 'system'): this {
    const outcome = this.ask(command, who);
    if ('refused' in outcome)
      throw new Error(`${command.type} by ${who} refused: ${JSON.stringify(outcome.refused)}`);
    return this;
  }

  /** Ask and expect no. */
  refused(command: Command, who: Who | 'system'): Refusal {
    const before = this.state;
    const outcome = this.ask(command, who);
    if ('decided' in outcome) throw new Error(`${command.type} by ${who} was not refused`);
    if (this.state !== before) throw new Error('a refusal changed the state');
    return outcome.refused;
  }

  /** Let time pass, ringing at every step on the way. */
  wait(days: number): this {
    const end = addDays(this.now, days);
    for (let at = nextStepAt(this.state); at && at <= end; at = nextStepAt(this.state)) {
      this.now = at > this.now ? at : this.now;
      this.must({ type: 'advance-clock' }, 'system');
    }
    this.now = end;
    return this.state.over ? this : this.must({ type: 'advance-clock' }, 'system');
  }

  /** The supplier writes another bank account into its papers. */
  bank(): this {
    const [bankName, bic, accountNumber, holderName] = ['Bank', 'INVEKHPP', '1', 'Blue Lotus'];
    const bank = { bankName, bic, accountNumber, holderName, letterDate: this.date(0) };
    this.papers[COMPLIANCE] = { ...this.papers[COMPLIANCE], bank };
    this.bankRevision = String(Number(this.bankRevision ?? '0') + 1);
    this.bankIsCopy = false;
    return this;
  }

  checks(): this {
    return this.must({ type: 'record-checks', runId: 'run' }, 'system');
  }

  toAssessment(): this {
    return this.must({ type: 'submit-application' }, 'supplier')
      .must({ type: 'accept-application' }, 'officer')
      .checks();
  }

  toAudit(): this {
    const [first, second] = [this.date(5), this.date(6)];
    return this.must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer')
      .must({ type: 'propose-visit', dates: [first, second] }, 'auditor')
      .must({ type: 'accept-visit', date: second }, 'supplier')
      .must({ type: 'start-audit' }, 'auditor');
  }

  toReview(): this {
    return this.toAssessment().toAudit().checks().must({ type: 'submit-audit' }, 'auditor');
  }

  toPilot(): this {
    return this.toReview().passed();
  }

  /** The reviewer lets the assessment pass, and two buyers may read. */
  passed(): this {
    return this.must({ type: 'pass-review' }, 'reviewer')
      .must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier')
      .must({ type: 'grant-consent', buyerId: 'buyer-2' }, 'supplier');
  }

  place(
    pilotId: string,
    who: 'requester' | 'requester2' = 'requester',
    terms: Partial<PilotTerms> = {},
  ): this {
    this.papers[pilotOrderPaper(PEOPLE[who].organisationId)] = { terms: { ...this.terms(), ...terms } };
    return this.must({ type: 'place-pilot', pilotId }, who).must(
      { type: 'confirm-pilot', pilotId },
      'supplier',
    );
  }

  /** What an inspector found, in the paper of the lot's present round. */
  found(pilotId: string, lot: number, found: Partial<LotInspection['found']>, inspected = 500): this {
    const round = this.state.pilots[pilotId]?.lots.find((l) => l.lot === lot)?.reworked ? 2 : 1;
    this.papers[`inspection:${pilotId}:${lot}:${round}`] = {
      result: {
        inspected,
        found: { critical: 0, major: 0, minor: 0, ...found },
        otherChecks: { measurements: true, labelling: true, packing: true },
      },
    };
    return this;
  }

  deliver(pilotId: string, lot: number, quantity = 500): this {
    return this.must({ type: 'deliver-lot', pilotId, lot, quantity }, 'supplier');
  }

  judge(
    pilotId: string,
    lot: number,
    who: 'requester' | 'requester2' = 'requester',
    documentsRight = true,
  ): this {
    return this.must({ type: 'judge-lot', pilotId, lot, documentsRight }, who);
  }

  /** Deliver one lot and judge it; `major` defects decide. */
  inspect(pilotId: string, lot: number, major: number, who: 'requester' | 'requester2' = 'requester'): this {
    return this.found(pilotId, lot, { major }).deliver(pilotId, lot).judge(pilotId, lot, who);
  }

  /** What a buyer would approve, valid for so many days from now. */
  scope(buyer: string, days: number): this {
    this.papers[approvalScopePaper(buyer)] = { scope: { validUntil: this.date(days), conditions: [] } };
    return this;
  }

  /** Answer checklist items as the auditor would have. */
  answer(answers: Readonly<Record<string, Answer>>): this {
    this.papers[AUDIT] = { ...this.papers[AUDIT], ...answers };
    return this;
  }

  /** Write down what was wrong with submitted answers. */
  draftCorrections(values: Readonly<Record<string, Answer['value']>>): this {
    const drafts = Object.entries(values).map(([itemId, value]) => [
      itemId,
      { value, code: 'other', reasonGiven: true, evidenceCount: 1, noteLength: 0 },
    ]);
    this.papers[AUDIT_CORRECTIONS] = Object.fromEntries(drafts) as Record<string, unknown>;
    return this;
  }

  proposeCorrections(values: Readonly<Record<string, Answer['value']>>): this {
    const items = Object.keys(values);
    return this.draftCorrections(values).must({ type: 'propose-corrections', items }, 'auditor');
  }

  /** What the supplier wrote of reports of other schemes. */
  reports(...reports: readonly Partial<ReportEntry>[]): this {
    const whole = reports.map((one, n) => ({
      ...{ id: `r${n + 1}`, scheme: 'SMETA', number: 'N-1', reportedOn: this.date(-90), issuer: 'Somebody' },
      ...one,
    }));
    this.papers[COMPLIANCE] = { ...this.papers[COMPLIANCE], [EXTERNAL_REPORTS]: { reports: whole } };
    return this;
  }

  /** Leave items without an answer. */
  unanswered(...items: readonly string[]): this {
    const kept = Object.entries(this.papers[AUDIT] ?? {}).filter(([id]) => !items.includes(id));
    this.papers[AUDIT] = Object.fromEntries(kept);
    return this;
  }

  /** Write what a corrective action asks for, and hand it in. */
  correct(correctiveActionId: string): this {
    this.papers[correctiveActionPaper(correctiveActionId)] = {
      response: { rootCause: 'x', action: 'y', owner: 'quality', evidence: ['z'] },
    };
    return this.must({ type: 'submit-corrective-action', correctiveActionId }, 'supplier');
  }

  /** The supplier appeals, and two people who had nothing to do with the case are named. */
  appealed(ground: CommandOf<'appeal'>['ground'] = 'fact-error'): this {
    return this.must({ type: 'appeal', ground, noteId: 'note' }, 'supplier').must(
      { type: 'appoint-panel', members: [PEOPLE.panelist.personId, PEOPLE.panelist2.personId] },
      'officer',
    );
  }

  /** Both members of the panel say the same. */
  decideAppeal(result: CommandOf<'vote-appeal'>['result'], reaudit = false): this {
    const vote = { type: 'vote-appeal', result, reaudit, noteId: 'note' } as const;
    return this.must(vote, 'panelist').must(vote, 'panelist2');
  }

  /** Seen on site today, which is enough for every severity. */
  verify(correctiveActionId: string, who: 'auditor' | 'auditor2' = 'auditor'): this {
    const seen = { method: 'on-site', visitDate: this.date(0) } as const;
    return this.must({ type: 'verify-corrective-action', correctiveActionId, ...seen }, who);
  }

  toDecision(): this {
    return this.toPilot().piloted();
  }

  piloted(): this {
    return this.place('p1').inspect('p1', 1, 0).inspect('p1', 2, 0);
  }

  approve(conditional = false): this {
    return this.must({ type: 'recommend-approval' }, 'requester').must(
      { type: 'approve', conditional },
      'approver',
    );
  }
}
