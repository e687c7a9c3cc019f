import type { Condition } from '#domain';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useCountry } from '../country.js';

/** A condition in words: where an item is asked, or is graver. */
export function useConditionText(): (condition: Condition) => string {
  const say = useSay();
  const { list } = useForms();
  const country = useCountry();
  return ({ workersAtLeast, womenAtLeast, isicWithin, isicOutside, endMarkets, endMarketsWithout, claims }) =>
    [
      workersAtLeast && say('office.schemes.when.workers', { count: workersAtLeast }),
      womenAtLeast && say('office.schemes.when.women', { count: womenAtLeast }),
      isicWithin && say('office.schemes.when.isic-within', { classes: list(isicWithin) }),
      isicOutside && say('office.schemes.when.isic-outside', { classes: list(isicOutside) }),
      endMarkets && say('office.schemes.when.markets', { markets: list(endMarkets.map(country)) }),
      endMarketsWithout && say('office.schemes.when.market-without', { market: country(endMarketsWithout) }),
      claims &&
        say('office.schemes.when.claims', {
          claims: list(claims.map((claim) => say(`office.schemes.claim.${claim}`))),
        }),
    ]
      .filter(Boolean)
      .join(' · ');
}
