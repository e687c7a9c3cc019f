import type { DeliveryRecord } from '#client';
import type { Column } from '../../ui/sortable-table.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';

/** A delivery under the buyer's own number of it. */
export type Delivery = DeliveryRecord & { readonly item: string };

/** What is told of each delivery. */
export function useDeliveryColumns(): readonly Column<Delivery>[] {
  const say = useSay();
  const { day, number, money } = useForms();
  const title = (id: string): string => say(`buyer.record.column.${id}`);
  const field = (id: string): string => say(`buyer.record.field.${id}`);
  const dayOf = (id: 'deliveredOn' | 'dueOn'): Column<Delivery> => ({
    ...{ id, title: field(id), kind: 'time' },
    value: (one) => String(one[id]),
    cell: (one) => day(String(one[id])),
  });
  const units = (id: 'ordered' | 'delivered' | 'defective', name = field(id)): Column<Delivery> => ({
    ...{ id, title: name, kind: 'number' },
    value: (one) => one[id],
    cell: (one) => number(one[id]),
  });
  const verdict = ({ accepted }: Delivery): string =>
    say(`buyer.record.${accepted ? 'accepted' : 'rejected'}`);
  return [
    {
      ...{ id: 'number', title: title('number'), kind: 'text', isName: true },
      value: ({ item }) => item,
      cell: ({ item }) => item,
    },
    ...[
      dayOf('deliveredOn'),
      dayOf('dueOn'),
      units('ordered'),
      units('delivered'),
      units('defective', title('defective')),
    ],
    { ...{ id: 'verdict', title: title('verdict'), kind: 'text' }, value: verdict, cell: verdict },
    {
      ...{ id: 'value', title: title('value'), kind: 'number' },
      value: ({ valueUsd }) => valueUsd,
      cell: ({ valueUsd }) => (valueUsd === undefined ? say('buyer.unknown') : money(valueUsd)),
    },
  ];
}
