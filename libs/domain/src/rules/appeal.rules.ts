import type { Actor } from '../actors.js';
import type { Appeal, CaseState, PanelMember } from '../case-state.js';
import type { CommandOf } from '../commands.js';
import { makeDeadline } from '../deadlines.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { deadlineRule } from '../reference/deadline-rules.js';
import { refuse, type Refusal } from '../refusals.js';
import { APPEALABLE } from '../transitions.js';
import { isInvolved, lodge, PANEL_SIZE, settleAppeal } from './appeals.js';
import type { Rules } from './rule.js';

const voted = ({ panel }: Appeal): number => panel.filter(({ vote }) => vote).length;

/** How many members are to be named: two, one more where they do not agree, none while the panel is at work. */
function seatsFree({ appeal }: CaseState): number {
  if (!appeal) return 0;
  if (voted(appeal) === 0) return PANEL_SIZE;
  return voted(appeal) === PANEL_SIZE && appeal.panel.length === PANEL_SIZE ? 1 : 0;
}

type Named = NonNullable<Facts['panel']>;
/** The hat a person of the programme office would sit on the panel with. */
function seatOf(personId: string, { named }: Named): PanelMember | undefined {
  const office = named[personId]?.find(({ organisationKind }) => organisationKind === 'programme-office');
  const role = (['reviewer', 'officer'] as const).find((one) => office?.roles.includes(one));
  return office && role && { personId, organisationId: office.organisationId, role };
}

function panelRefusals(
  state: CaseState,
  { members }: CommandOf<'appoint-panel'>,
  facts: Facts,
): readonly Refusal[] {
  const panel: Named = facts.panel ?? { named: {}, involved: [] };
  const sitting = seatsFree(state) === 1 ? (state.appeal?.panel ?? []).map(({ personId }) => personId) : [];
  const all = [...sitting, ...members];
  if (members.length !== seatsFree(state)) return [refuse('not-applicable-here', members)];
  if (new Set(all).size < all.length) return [refuse('same-person', members)];
  const unfit = members.filter((id) => !seatOf(id, panel));
  if (unfit.length > 0) return [refuse('person-not-eligible', unfit)];
  const involved = members.filter((id) => isInvolved(state, id, panel));
  return involved.length > 0 ? [refuse('segregation-of-duties', involved)] : [];
}

/** A panel that has not begun may be named anew; a third member joins the two that do not agree. */
function seat(d: Decision, { members }: CommandOf<'appoint-panel'>): void {
  const { appeal } = d.state;
  if (!appeal) return;
  const third = seatsFree(d.state) === 1;
  const fresh = members.flatMap((id) => seatOf(id, d.facts.panel ?? { named: {}, involved: [] }) ?? []);
  d.stop('appeal-panel');
  if (!third) d.stopWhere((kind) => kind === 'appeal-decision');
  d.change({ appeal: { ...appeal, panel: third ? [...appeal.panel, ...fresh] : fresh } });
  // Twenty working days from the appeal; a third member, who comes late, has as long from then.
  for (const { personId } of fresh)
    d.start('appeal-decision', personId, third ? {} : { from: appeal.lodgedAt });
  d.tell('appeal-panel-named', { members: fresh.map(({ personId }) => personId), third });
}

const seatOfActor = ({ appeal }: CaseState, actor: Actor): PanelMember | undefined =>
  appeal?.panel.find(({ personId }) => actor.kind === 'person' && personId === actor.personId);

export const appealRules: Rules<'appeal' | 'appoint-panel' | 'vote-appeal'> = {
  appeal: {
    by: ['supplier'],
    onBehalf: true,
    in: APPEALABLE,
    check: ({ appeals = [], enteredAt }) =>
      appeals.some(({ decisionAt }) => decisionAt === enteredAt) ? refuse('appealed-already') : undefined,
    blockers: ({ enteredAt }, _command, { scheme, calendar, openCaseId }, _actor, now) => {
      // The supplier has applied again instead: what is decided there counts.
      if (openCaseId) return [refuse('already-open', [openCaseId])];
      const rule = deadlineRule(scheme, 'appeal-window');
      const until = makeDeadline(rule, 'appeal-window', '', enteredAt, calendar).dueAt;
      return now > until ? [refuse('appeal-window-closed', [until])] : [];
    },
    apply: (d, command) => lodge(d, command.ground),
  },
  'appoint-panel': {
    by: ['officer'],
    in: ['APPEAL'],
    check: (state) => (seatsFree(state) > 0 ? undefined : refuse('panel-complete')),
    blockers: panelRefusals,
    apply: seat,
  },
  'vote-appeal': {
    by: ['officer', 'reviewer'],
    in: ['APPEAL'],
    check: (state, _command, actor) => {
      const mine = seatOfActor(state, actor);
      if (!mine) return refuse('not-assigned');
      return mine.vote ? refuse('voted-already') : undefined;
    },
    apply: (d, { result, reaudit }) => {
      const { appeal } = d.state;
      if (!appeal) return;
      const mine = d.hand.personId;
      const panel = appeal.panel.map((member) =>
        member.personId === mine ? { ...member, vote: result, ...(reaudit && { reaudit }) } : member,
      );
      d.stop('appeal-decision', mine);
      d.change({ appeal: { ...appeal, panel } });
      d.tell('appeal-voted', { personId: mine });
      settleAppeal(d);
    },
  },
};
