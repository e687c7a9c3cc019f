import type { LotPlanView, QualificationView } from '#client';
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useAsk } from '../../server/ask.js';
import { allowed } from '../../ui/ask-button.js';
import { ProblemText } from '../../ui/problem-text.js';
import { numberTyped } from '../../words/digits.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { Pilot } from './pilots.js';
import { PlanBar } from './plan-bar.js';

type PilotLot = Pilot['lots'][number];
interface LotProps {
  readonly of: QualificationView;
  readonly pilot: Pilot;
  readonly lot: PilotLot;
}

/** One lot: where it is, what the inspector will take of it and count, what was found, and what was received. */
export function Lot({ of, pilot, lot }: LotProps) {
  const say = useSay();
  const { day, moment, number } = useForms();
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={4}>{say('supplier.lot.title', { lot: number(lot.lot), size: number(lot.size) })}</Title>
        <Text fw={600}>{say(`supplier.lot-phase.${lot.phase}`)}</Text>
        {lot.inspectionOn !== undefined && (
          <Text>{say('supplier.lot.inspection-on', { day: day(String(lot.inspectionOn)) })}</Text>
        )}
        {lot.deliveredAt && (
          <Text size="sm">{say('supplier.lot.delivered-at', { at: moment(lot.deliveredAt) })}</Text>
        )}
        {lot.plan && <Plan plan={lot.plan} lot={lot} />}
        {lot.first && <Result first={lot.first} />}
        {lot.reworked && <Text size="sm">{say('supplier.lot.reworked')}</Text>}
        {lot.receipt && (
          <Text size="sm">
            {say('supplier.lot.received', {
              quantity: number(lot.receipt.quantity),
              day: day(String(lot.receipt.on)),
            })}
          </Text>
        )}
        {lot.receipt?.claim && (
          <Text size="sm">
            {say(`supplier.claim-reason.${lot.receipt.claim.reason}`, {
              units: number(lot.receipt.claim.units),
            })}
          </Text>
        )}
        <Moves of={of} pilot={pilot} lot={lot} />
      </Stack>
    </Paper>
  );
}

const CLASSES = ['major', 'minor'] as const;
/** How the inspector will judge: how many pieces are taken, and from how many defects on the lot is rejected. */
function Plan({ plan, lot }: { readonly plan: LotPlanView; readonly lot: PilotLot }) {
  const say = useSay();
  const { number } = useForms();
  const judged = lot.phase === 'accepted';
  return (
    <details open={!judged}>
      <summary className="summary">
        {say(judged ? 'supplier.plan.title-done' : 'supplier.plan.title')}
      </summary>
      <Stack gap="xs">
        <Text size="sm">
          {say('supplier.plan.draw', { inspect: number(plan.inspect), size: number(plan.lotSize) })}
        </Text>
        <Text size="sm">{say('supplier.plan.critical')}</Text>
        {CLASSES.map((name) => {
          const { inspect, ac, re } = plan[name];
          return (
            <div key={name}>
              <Text size="sm">
                {say(`supplier.plan.${name}`, { inspect: number(inspect), ac: number(ac), re: number(re) })}
              </Text>
              <PlanBar ac={ac} />
            </div>
          );
        })}
        <Text size="sm">{say('supplier.plan.also')}</Text>
        {plan.inspection === 'tightened' && <Text size="sm">{say('supplier.plan.tightened')}</Text>}
      </Stack>
    </details>
  );
}

function Result({ first }: { readonly first: NonNullable<PilotLot['first']> }) {
  const say = useSay();
  const { number } = useForms();
  const Icon = first.accepted ? CircleCheck : CircleX;
  return (
    <Text className="due" c={first.accepted ? undefined : 'red.8'}>
      <Icon aria-hidden size={18} />{' '}
      {say(first.accepted ? 'supplier.lot.accepted' : 'supplier.lot.rejected', {
        inspected: number(first.inspected),
        defective: number(first.defective),
      })}
    </Text>
  );
}

const COMMANDS = ['ready-for-inspection', 'deliver-lot'] as const;
/** What the supplier may say of a lot: that it is ready to be looked at, or was delivered; with how many pieces. */
function Moves({ of, pilot, lot }: LotProps) {
  const say = useSay();
  const ask = useAsk(of.id);
  const [typed, setTyped] = useState(String(lot.quantity ?? lot.size));
  const subject = { pilotId: pilot.id, lot: lot.lot };
  const may = COMMANDS.filter((type) => allowed(of, type, subject));
  if (may.length === 0) return null;
  const quantity = numberTyped(typed);
  const fits = quantity !== undefined && Number.isInteger(quantity) && quantity > 0;
  return (
    <Stack gap="xs">
      <TextInput
        label={say('supplier.lot.quantity')}
        inputMode="numeric"
        value={typed}
        error={fits ? undefined : say('supplier.wrong.whole')}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Group>
        {may.map((type) => (
          <Button
            key={type}
            variant={type === 'deliver-lot' ? 'filled' : 'default'}
            disabled={!fits}
            loading={ask.isPending}
            onClick={() => quantity && ask.mutate({ type, ...subject, quantity })}
          >
            {say(`supplier.lot.${type}`)}
          </Button>
        ))}
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </Stack>
  );
}
