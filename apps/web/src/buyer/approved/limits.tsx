import type { ApprovedSupplierView } from '#client';
import { Progress, Stack, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { usedOf } from './sparkline.js';

/** What is left of the month, in money and in units, with bars that say the same. */
export function Limits({
  of: { scope, leftThisMonth, deliveredThisMonth },
}: {
  readonly of: ApprovedSupplierView;
}) {
  const say = useSay();
  const { money, number, month } = useForms();
  if (!scope) return null;
  const rows = [
    {
      name: 'usd',
      share: 1 - usedOf(scope.maxUsdPerMonth, leftThisMonth.usd),
      left: money(leftThisMonth.usd),
      most: money(scope.maxUsdPerMonth),
    },
    {
      name: 'units',
      share: 1 - usedOf(scope.maxUnitsPerMonth, leftThisMonth.units),
      left: number(leftThisMonth.units),
      most: number(scope.maxUnitsPerMonth),
    },
  ];
  return (
    <Stack gap={4}>
      <Text size="sm">{say('buyer.limits', { month: month(deliveredThisMonth.month) })}</Text>
      {rows.map(({ name, share, left, most }) => (
        <div key={name}>
          <Text size="sm">{say(`buyer.limits.${name}`, { left, most })}</Text>
          <Progress value={share * 100} aria-label={say(`buyer.limits.${name}`, { left, most })} />
        </div>
      ))}
      {deliveredThisMonth.withoutValue > 0 && (
        <Text size="sm">{say('buyer.limits.without-value', { count: deliveredThisMonth.withoutValue })}</Text>
      )}
    </Stack>
  );
}
