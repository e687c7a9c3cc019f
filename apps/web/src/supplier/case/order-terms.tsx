import { Text } from '@mantine/core';
import { contentOf } from '../../ui/documents.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { Pilot } from './pilots.js';

/** What was agreed, line by line, with the photos of the golden sample. */
export function OrderTerms({ pilot: { terms, lots } }: { readonly pilot: Pilot }) {
  const say = useSay();
  const { day, number, money } = useForms();
  const units = lots.reduce((sum, { size }) => sum + size, 0);
  const rows: readonly (readonly [string, string])[] = [
    ['units', say('supplier.terms.units-of', { units: number(units), lots: lots.length })],
    ...(terms
      ? ([
          ['delivery', day(String(terms.deliveryBy))],
          ['value', money(terms.valueUsd)],
          ...(terms.unitPrice ? [['price', money(terms.unitPrice, terms.currency ?? 'USD')] as const] : []),
          ['payment', say('supplier.terms.payment-days', { days: number(terms.paymentDays) })],
          ['incoterm', say(`supplier.incoterm.${terms.incoterm}`)],
          ['tolerance', say('supplier.terms.percent', { percent: number(terms.tolerancePercent, 1) })],
          ...(terms.specVersion ? [['specification', terms.specVersion] as const] : []),
        ] as const)
      : []),
  ];
  return (
    <>
      <dl className="terms">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`supplier.terms.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {terms && terms.approvedSample.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {say('supplier.terms.golden-sample')}
          </Text>
          {terms.approvedSample.map((id, nth) => (
            <a key={id} href={contentOf(id)} target="_blank" rel="noreferrer">
              <img
                src={contentOf(id)}
                alt={say('supplier.terms.golden-sample-nth', { nth: nth + 1 })}
                loading="lazy"
                className="golden-sample"
              />
            </a>
          ))}
        </div>
      )}
    </>
  );
}
