import { changeDemand, listCandidates, type ChangeDemand, type DemandView } from '#client';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { Mark } from '../../ui/mark.js';
import { useNames } from '../names.js';
import { isRequester } from '../one-page/decision-steps.js';
import { changedDemand, draftOf } from './demand-draft.js';
import { DemandForm } from './demand-form.js';

/** One wish on the board. */
export function Demand({ of }: { readonly of: DemandView }) {
  const say = useSay();
  const { number, money, day, list } = useForms();
  const { category, unit, province, market } = useNames();
  const me = useMe();
  const isOurs = of.buyerId === me.organisation.id;
  const facts = [
    say('buyer.demand.volume', { amount: `${number(of.monthlyQuantity)} ${unit(of.unit)}` }),
    of.priceUsd !== null && say('buyer.demand.price', { price: money(of.priceUsd) }),
    of.hsLines.length > 0 && say('buyer.hs', { hs: list(of.hsLines) }),
    of.provinces.length > 0 && list(of.provinces.map(province)),
    of.endMarkets.length > 0 && say('buyer.demand.for', { markets: list(of.endMarkets.map(market)) }),
  ];
  return (
    <Paper withBorder p="md">
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>{category(of.category)}</Text>
          {isOurs && <Mark stands="good">{say('buyer.demand.ours')}</Mark>}
          {of.closedAt && <Mark>{say('buyer.demand.closed')}</Mark>}
        </Group>
        <Text>{facts.filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {[!isOurs && of.buyerName, say('buyer.demand.since', { day: day(of.createdAt) })]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {isOurs && !of.closedAt && <Matches of={of} />}
        {isOurs && isRequester(me) && <Change of={of} />}
      </Stack>
    </Paper>
  );
}

function Change({ of }: { readonly of: DemandView }) {
  const say = useSay();
  const queries = useQueryClient();
  const change = useMutation<unknown, Problem, ChangeDemand>({
    mutationFn: (body) =>
      told(
        changeDemand({
          path: { organisationId: of.buyerId, demandId: of.id },
          body,
          headers: { 'If-Match': `"${of.version}"` },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases', 'demands'] }),
  });
  return (
    <>
      <Fold key={of.version} title={say('buyer.demand.change')}>
        <DemandForm
          begin={draftOf(of)}
          isNew={false}
          submit={say('buyer.demand.keep')}
          onSubmit={(draft) => change.mutate(changedDemand(draft))}
          isPending={change.isPending}
          error={change.error}
        />
      </Fold>
      <Group>
        <SureButton
          variant="default"
          loading={change.isPending}
          question={of.closedAt ? undefined : say('buyer.demand.close.sure')}
          onYes={() => change.mutate({ closed: !of.closedAt })}
        >
          {say(of.closedAt ? 'buyer.demand.reopen' : 'buyer.demand.close')}
        </SureButton>
      </Group>
    </>
  );
}

/** Suppliers that wait for a buyer, opened their case, and could make what is wanted. */
function Matches({ of: { id: demandId, buyerId: organisationId } }: { readonly of: DemandView }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const { data, error, isPending } = useQuery({
    queryKey: ['cases', 'matches', demandId],
    queryFn: () => told(listCandidates({ path: { organisationId, demandId } })),
    enabled: isOpen,
  });
  return (
    <Fold title={say('buyer.matches')} onToggle={setOpen}>
      {error && <ProblemText error={error} />}
      {isOpen && isPending && <Loading />}
      {data?.items.length === 0 && <Text size="sm">{say('buyer.matches.none')}</Text>}
      <ul className="plain-list">
        {data?.items.map((one) => (
          <li key={one.qualificationId}>
            <Link to="/qualifications/$id" params={{ id: one.qualificationId }} className="row-link">
              <Text fw={600}>
                {one.supplierName} · {one.caseNumber}
              </Text>
              <Text size="sm">
                {[
                  say('buyer.matches.rank', { rank: one.rank }),
                  ...one.reasons.map((reason) => say(`buyer.match.${reason}`)),
                ].join(' · ')}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
