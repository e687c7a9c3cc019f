import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const DAY = 86_400_000;
/** Whole days from an instant to events, with the kind of each; a minute late is a failure. */
const daysFrom = (from: string, events: readonly { type: string; at: string }[]): string[] =>
  events.map(({ type, at }) => {
    const late = Date.parse(at) - Date.parse(from);
    const days = Math.round(late / DAY);
    expect(Math.abs(late - days * DAY)).toBeLessThan(60_000);
    return `${type} ${days}`;
  });
const due = (days: number, type = 'reminder-due'): string => `${type} ${days}`;

describe('a case that nobody moves', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is rejected 14 days after a critical corrective action was due, with reminders and an escalation', async () => {
    const story = await (await Story.open(world)).correcting();
    const { correctiveActions, caseTime } = await story.see();
    const dueAt = correctiveActions['HS-03']?.dueAt ?? '';
    expect(Math.round((Date.parse(dueAt) - Date.parse(caseTime)) / DAY)).toBe(30);

    await world.pass(story.id, { days: 43.9 });
    expect(await story.see()).toMatchObject({ substate: 'corrective-action' });
    await world.pass(story.id, { days: 0.2 });
    expect(await story.see()).toMatchObject({
      stage: 'closed',
      substate: 'rejected',
      closedReason: 'corrective-action-overdue',
      over: false,
    });
    const told = (await story.events('reminder-due', 'escalated', 'qualification-rejected')).filter(
      ({ type, params }) =>
        type === 'qualification-rejected' || params['deadline'] === 'corrective-action-critical:HS-03',
    );
    expect(daysFrom(dueAt, told)).toEqual([
      ...[due(-14), due(-7), due(-1), due(1), due(7, 'escalated')],
      due(14, 'qualification-rejected'),
    ]);
    expect(await story.faults()).toEqual([]);
    const late = story.supplier.ask(story.id, {
      type: 'submit-corrective-action',
      correctiveActionId: 'HS-03',
    });
    expect(await refusal(late)).toEqual({ status: 409, code: 'stage-does-not-allow' });
  });

  it('goes on when the overdue corrective action comes in its days of grace', async () => {
    const story = await (await Story.open(world)).correcting();
    await world.pass(story.id, { days: 38 });
    await story.correct();
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'review' });
    await world.pass(story.id, { days: 8 });
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'review' });
  });

  it('lapses as a draft sixty days after the last edit, not after the first', async () => {
    const story = await Story.open(world);
    const write = (version: number) =>
      story.supplier.put(`${story.path}/sections/profile`, { legalName: `Edit ${version}` }, version);
    await write(0);
    await world.pass(story.id, { days: 50 });
    await write(1);
    const { caseTime: edited } = await story.see();
    await world.pass(story.id, { days: 11 });
    expect(await story.see()).toMatchObject({ stage: 'application', substate: 'draft' });
    await world.pass(story.id, { days: 48.9 });
    expect(await story.see()).toMatchObject({ substate: 'draft' });
    expect(await world.pass(story.id, { days: 0.2 })).toBe('ended');
    expect(await story.see()).toMatchObject({
      stage: 'closed',
      substate: 'lapsed',
      closedReason: 'time-ran-out',
      over: true,
    });
    const events = await story.events('reminder-due', 'qualification-lapsed');
    const after = events.filter(({ at }) => at > edited);
    // An edit tells the workflow nothing: it was seen when the old clock rang, after ten days. The end is on the day.
    expect(daysFrom(edited, after)).toEqual([due(10), due(21), due(45), due(60, 'qualification-lapsed')]);
    expect(events).toHaveLength(3 + 4);
    expect(await refusal(write(2))).toMatchObject({ status: 409, code: 'paper-not-open' });
  });

  it('is withdrawn 28 days after information was asked for and not given', async () => {
    const { officer } = world.parties;
    const story = await (await Story.open(world)).submit();
    await officer.api.ask(story.id, { type: 'request-information', items: ['site.address'] });
    const { caseTime: asked, deadlines } = await story.see();
    const deadline = deadlines.find(({ kind }) => kind === 'information')?.key ?? '';
    const extend = (days: number) => officer.api.ask(story.id, { type: 'extend-deadline', deadline, days });
    expect(await refusal(extend(15))).toMatchObject({ status: 409, code: 'deadline-not-extendable' });
    await world.pass(story.id, { days: 11 });
    expect((await story.see()).ballHolders.map(({ what }) => what)).toContain('phone-call');
    await world.pass(story.id, { days: 16.9 });
    expect(await story.see()).toMatchObject({ substate: 'information-requested' });
    expect(await world.pass(story.id, { days: 0.2 })).toBe('ended');
    expect(await story.see()).toMatchObject({
      stage: 'closed',
      substate: 'withdrawn',
      closedReason: 'information-not-given',
    });
    const told = await story.events('reminder-due', 'escalated', 'qualification-withdrawn');
    const ofThis = told.filter(({ at }) => at > asked);
    expect(daysFrom(asked, ofThis)).toEqual([
      ...[due(3), due(7), due(10, 'escalated'), due(12)],
      due(28, 'qualification-withdrawn'),
    ]);
  });
});
