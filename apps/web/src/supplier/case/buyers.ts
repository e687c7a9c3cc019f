import { useQuery } from '@tanstack/react-query';
import { useSay } from '../../words/words.js';
import { buyersQuery } from '../../server/case-parts.js';

/** Buyers by their names. */
export function useBuyerName(): (id: string) => string {
  const say = useSay();
  const { data = [] } = useQuery(buyersQuery);
  return (id) => data.find((buyer) => buyer.id === id)?.name ?? say('supplier.a-buyer');
}
