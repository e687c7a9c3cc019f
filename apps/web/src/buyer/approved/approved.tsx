import { listApprovedSuppliers, type ApprovedSupplierView } from '#client';
import { addDays, INPUT_CATEGORIES } from '#domain';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CirclePause, Clock, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useNames } from '../names.js';
import { Limits } from './limits.js';
import { MayOrder } from './may-order.js';
import { Scorecard } from './scorecard.js';
import '../buyer.css';
import './approved.css';

const ENDS_WITHIN = [30, 60, 90] as const;
type Query = NonNullable<Parameters<typeof listApprovedSuppliers>[0]>['query'];

function useApprovedFilters(): readonly Filter[] {
  const say = useSay();
  const { category } = useNames();
  return [
    {
      name: 'category',
      label: say('buyer.filter.category'),
      options: INPUT_CATEGORIES.map(({ code }) => ({ value: code, label: category(code) })),
    },
    {
      name: 'ends',
      label: say('buyer.filter.ends'),
      options: ENDS_WITHIN.map((days) => ({
        value: String(days),
        label: say('buyer.filter.ends.within', { days }),
      })),
    },
  ];
}

/** Firms that this buyer approved: what each approval is worth today, what is left of it, and how it is going. */
export function Approved() {
  const say = useSay();
  const filters = useApprovedFilters();
  const { category, ends } = useFilters(filters);
  // One instant for all pages of a list.
  const [now] = useState(() => new Date().toISOString());
  const query: Query = {
    ...(category && { category: category as never }),
    ...(ends && { endsBefore: addDays(now, Number(ends)) }),
  };
  const list = useList<ApprovedSupplierView>(['cases', 'approved', query], (cursor) =>
    listApprovedSuppliers({ query: { ...query, cursor } }),
  );
  return (
    <Stack>
      <Title order={1}>{say('buyer.approved.title')}</Title>
      {list.items.length > 0 && <MayOrder suppliers={list.items} />}
      <Filters filters={filters} />
      <List
        list={list}
        keyOf={({ qualificationId }) => qualificationId}
        row={(one) => <Row of={one} />}
        empty={<Empty text={say(category || ends ? 'buyer.approved.none-fit' : 'buyer.approved.empty')} />}
      />
    </Stack>
  );
}

const ICONS: Readonly<Record<string, LucideIcon>> = {
  approved: CircleCheck,
  conditional: CircleAlert,
  suspended: CirclePause,
  expired: Clock,
};

function Row({ of }: { readonly of: ApprovedSupplierView }) {
  const say = useSay();
  const { day } = useForms();
  const { category } = useNames();
  const { supplier, caseNumber, status, endsAt, watch, externalId, qualificationId: id } = of;
  const Icon = ICONS[status.standing] ?? CircleAlert;
  return (
    <Link to="/qualifications/$id" params={{ id }} className="row-link">
      <Paper withBorder p="md" className="approved-row">
        <Stack gap={4}>
          <Text fw={600}>{supplier.name}</Text>
          <Text size="sm">
            {[
              caseNumber,
              category(of.category),
              externalId && say('buyer.approved.number', { number: externalId }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text className="due" fw={600}>
            <Icon aria-hidden size={18} /> {say(`buyer.standing.${status.standing}`)}
          </Text>
          {status.because && <Text size="sm">{say(`buyer.because.${status.because}`)}</Text>}
          <Text size="sm">{say('buyer.valid-until', { day: day(endsAt) })}</Text>
          {watch.map((reason) => (
            <Text key={reason} size="sm" className="due">
              <CircleAlert aria-hidden size={16} /> {say(`buyer.watch-reason.${reason}`)}
            </Text>
          ))}
        </Stack>
        <Limits of={of} />
        <Scorecard months={of.months} />
      </Paper>
    </Link>
  );
}
