import { describe, expect, it } from '@jest/globals';
import { switchedInspection, type Strictness, type SwitchingRun } from './switching.js';

/** `+` accepted, `-` not accepted; all of them inspected as they stood. */
const run = (startsOn: Strictness, lots: string, inspection: Strictness = startsOn): SwitchingRun => ({
  startsOn,
  lots: [...lots].map((mark) => ({ inspection, accepted: mark === '+' })),
});
const normal = (lots: string) => switchedInspection([run('normal', lots)]);
const tightened = (lots: string) => switchedInspection([run('tightened', lots)]);

describe('the switching rules', () => {
  it.each(['', '+', '-', '-++++-', '+-++++-+'])('keep normal inspection after %s', (lots) => {
    expect(normal(lots)).toEqual({ inspection: 'normal' });
  });

  it.each(['--', '-+-', '-+++-', '+++-++-'])(
    'tighten it after %s: two of five or fewer consecutive lots not accepted',
    (lots) => {
      expect(normal(lots)).toEqual({ inspection: 'tightened', reason: 'two-of-five-rejected' });
    },
  );

  it.each([
    ['+++++', 'normal'],
    ['++++', 'tightened'],
    ['++++-+++++', 'normal'],
    ['++++-++++', 'tightened'],
    ['----', 'tightened'],
    ['-+-+-+-+-', 'discontinued'],
    ['-----', 'discontinued'],
  ])('under tightened inspection make of %s: %s', (lots, inspection) => {
    expect(tightened(lots).inspection).toBe(inspection);
  });

  it('say why', () => {
    expect(tightened('+++++').reason).toBe('five-accepted');
    expect(tightened('-----').reason).toBe('five-rejected-under-tightened');
  });

  it('count anew after a switch, and go on from one order to the next', () => {
    const one = run('normal', '+-');
    expect(switchedInspection([one, run('normal', '-')]).inspection).toBe('tightened');
    const switched = [one, run('normal', '-'), run('tightened', '++')];
    expect(switchedInspection(switched).inspection).toBe('tightened');
    expect(switchedInspection([...switched, run('tightened', '+++')]).inspection).toBe('normal');
    expect(switchedInspection([...switched, run('tightened', '+++'), run('normal', '-')]).inspection).toBe(
      'normal',
    );
  });

  it('do not count a lot that was judged by the plan of before the switch', () => {
    const late: SwitchingRun = {
      startsOn: 'normal',
      lots: [...run('normal', '--').lots, ...run('normal', '-----').lots],
    };
    expect(switchedInspection([late]).inspection).toBe('tightened');
  });

  it('begin an order as it was placed: tightened after a failed pilot', () => {
    const failed: SwitchingRun = { ...run('tightened', '+'), reason: 'pilot-failed' };
    expect(switchedInspection([run('normal', '+++'), failed])).toEqual({
      inspection: 'tightened',
      reason: 'pilot-failed',
    });
  });
});
