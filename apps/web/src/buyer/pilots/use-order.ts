import { listPilotOrders, type PilotOrderList } from '#client';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';

export type Order = PilotOrderList['items'][number];
export type Lot = Order['lots'][number];

/** One pilot order of a case. @throws Problem when there is none such for this reader */
export function useOrder(caseId: string, pilotId: string): Order {
  const { data } = useSuspenseQuery({
    queryKey: ['case', caseId, 'pilot-orders'],
    queryFn: () => told(listPilotOrders({ path: { id: caseId } })),
  });
  const order = data.items.find(({ id }) => id === pilotId);
  if (!order) throw new Problem('pilot-unknown', 404);
  return order;
}
