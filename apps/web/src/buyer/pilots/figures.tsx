import type { PilotFiguresView } from '#client';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fact, Facts } from '../facts.js';

/** What an order comes to in figures; a rate says on how many units it rests. */
export function Figures({ of }: { readonly of: PilotFiguresView }) {
  const say = useSay();
  const { share, number, money } = useForms();
  const { otif, firstPassYield, defects, leadTimeDays, responseHours, outsideTolerance, claims } = of;
  const percent = (value: number) => say('buyer.percent', { value: number(value * 100, 1) });
  return (
    <Facts>
      <Fact name={say('buyer.figure.otif')}>{otif !== undefined && share(otif)}</Fact>
      <Fact name={say('buyer.figure.first-pass')}>
        {firstPassYield !== undefined && share(firstPassYield)}
      </Fact>
      <Fact name={say('buyer.figure.defects')}>
        {defects &&
          say('buyer.figure.defects.of', {
            rate: percent(defects.rate),
            low: percent(defects.low),
            high: percent(defects.high),
            sample: number(defects.sample),
          })}
      </Fact>
      <Fact name={say('buyer.figure.lead-time')}>
        {leadTimeDays !== undefined && say('buyer.days', { days: leadTimeDays })}
      </Fact>
      <Fact name={say('buyer.figure.response')}>
        {responseHours !== undefined && say('buyer.hours', { hours: Math.round(responseHours) })}
      </Fact>
      <Fact name={say('buyer.figure.outside')}>{outsideTolerance ? number(outsideTolerance) : null}</Fact>
      <Fact name={say('buyer.figure.claims')}>
        {claims.lots > 0 && say('buyer.figure.claims.of', { units: claims.units, usd: money(claims.usd) })}
      </Fact>
    </Facts>
  );
}
