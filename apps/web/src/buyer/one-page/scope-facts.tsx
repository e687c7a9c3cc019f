import { List, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fact, Facts } from '../facts.js';
import { useNames } from '../names.js';
import type { ScopeDraft } from './scope.js';

/** What is or would be approved, to read. */
export function ScopeFacts({ of }: { readonly of: ScopeDraft }) {
  const say = useSay();
  const { money, number, day, list } = useForms();
  const { market } = useNames();
  const {
    maxUsdPerMonth,
    maxUnitsPerMonth,
    endMarkets = [],
    hsLines = [],
    tier,
    validUntil,
    conditions = [],
  } = of;
  return (
    <>
      <Facts>
        <Fact name={say('buyer.scope.maxUsdPerMonth')}>
          {maxUsdPerMonth !== undefined && money(maxUsdPerMonth)}
        </Fact>
        <Fact name={say('buyer.scope.maxUnitsPerMonth')}>
          {maxUnitsPerMonth !== undefined && number(maxUnitsPerMonth)}
        </Fact>
        <Fact name={say('buyer.scope.endMarkets')}>{list(endMarkets.map(market))}</Fact>
        <Fact name={say('buyer.scope.hsLines')}>{list(hsLines) || say('buyer.scope.hsLines.all')}</Fact>
        <Fact name={say('buyer.scope.tier')}>{tier !== undefined && say(`buyer.tier.${tier}`)}</Fact>
        <Fact name={say('buyer.scope.validUntil')}>{validUntil && day(validUntil)}</Fact>
      </Facts>
      {conditions.length > 0 && (
        <>
          <Text size="sm" c="var(--frame-quiet)">
            {say('buyer.scope.conditions')}
          </Text>
          <List>
            {conditions.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}
