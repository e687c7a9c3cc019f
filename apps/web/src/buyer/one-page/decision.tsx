import type { OnePageView, QualificationView } from '#client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { UserRoundX } from 'lucide-react';
import { useMe } from '../../server/me.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { DecisionSteps } from './decision-steps-list.js';
import { decisionState, isRequester, whyNotApprove } from './decision-steps.js';
import { Decline } from './decline.js';
import { ScopeFacts } from './scope-facts.js';
import { ScopeForm } from './scope-form.js';

type Decision = NonNullable<OnePageView['decision']>;
interface DecisionProps {
  readonly of: QualificationView;
  readonly decision: Decision;
}

/** What this buyer decided, or has to: one person writes the scope and recommends, another one approves. */
export function DecisionBox({ of, decision }: DecisionProps) {
  const say = useSay();
  const state = decisionState(decision.approval);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="decision" className="decision">
      <Stack gap="sm">
        <Title order={2} id="decision">
          {say('buyer.page.decision')}
        </Title>
        <Text fw={600}>{say(`buyer.decision.state.${state}`)}</Text>
        <DecisionSteps of={decision} state={state} />
        {state === 'not-asked' && <NotAsked of={of} />}
        {(state === 'being-prepared' || state === 'deferred') && <Prepare of={of} decision={decision} />}
        {state === 'recommended' && <Recommended of={of} decision={decision} />}
        {state === 'to-confirm' && <ToConfirm of={of} decision={decision} />}
        {(state === 'approved' || state === 'approved-conditionally') && (
          <Approved of={of} decision={decision} />
        )}
        {(state === 'declined' || state === 'over') && <Over of={of} decision={decision} />}
      </Stack>
    </Paper>
  );
}

function NotAsked({ of }: Pick<DecisionProps, 'of'>) {
  const say = useSay();
  return (
    <>
      <Text>{say('buyer.decision.not-asked')}</Text>
      {allowed(of, 'place-pilot') && (
        <Link to="/qualifications/$id/pilot-order" params={{ id: of.id }} className="text-link">
          {say('buyer.pilot.place')}
        </Link>
      )}
      <AskForApproval of={of} />
    </>
  );
}
const AskForApproval = ({ of }: Pick<DecisionProps, 'of'>) => {
  const say = useSay();
  return (
    <AskButton of={of} command={{ type: 'request-approval' }}>
      {say('buyer.decision.request')}
    </AskButton>
  );
};

function Prepare({ of, decision: { scope } }: DecisionProps) {
  const say = useSay();
  if (isRequester(useMe()))
    return (
      <>
        <ScopeForm of={of} />
        <Others of={of} />
      </>
    );
  return (
    <>
      <Text className="due">
        <UserRoundX aria-hidden size={18} /> {say('buyer.decision.not-recommended')}
      </Text>
      {scope && <ScopeFacts of={scope as never} />}
      <Others of={of} />
    </>
  );
}

/** What both may do: put it off once, or say no. */
function Others({ of }: Pick<DecisionProps, 'of'>) {
  const say = useSay();
  return (
    <>
      <AskButton
        of={of}
        command={{ type: 'defer-approval' }}
        variant="default"
        question={say('buyer.decision.defer.sure')}
      >
        {say('buyer.decision.defer')}
      </AskButton>
      <Decline of={of} />
    </>
  );
}

function Recommended({ of, decision: { scope, requester } }: DecisionProps) {
  const say = useSay();
  const why = whyNotApprove(useMe(), requester?.personId);
  return (
    <>
      {scope && <ScopeFacts of={scope as never} />}
      {why ? (
        <Text className="due" role="note">
          <UserRoundX aria-hidden size={18} /> {say(`buyer.decision.why-not.${why}`)}
        </Text>
      ) : (
        <>
          <AskButton
            of={of}
            command={{ type: 'approve', conditional: false }}
            question={say('buyer.decision.approve.sure')}
          >
            {say('buyer.decision.approve')}
          </AskButton>
          <AskButton
            of={of}
            command={{ type: 'approve', conditional: true }}
            variant="light"
            question={say('buyer.decision.approve-conditionally.sure')}
          >
            {say('buyer.decision.approve-conditionally')}
          </AskButton>
        </>
      )}
      <Others of={of} />
    </>
  );
}

function ToConfirm({ of, decision: { scope } }: DecisionProps) {
  const say = useSay();
  return (
    <>
      <Text>{say('buyer.decision.to-confirm')}</Text>
      {scope && <ScopeFacts of={scope as never} />}
      <AskButton of={of} command={{ type: 'confirm-approval' }} question={say('buyer.decision.confirm.sure')}>
        {say('buyer.decision.confirm')}
      </AskButton>
      <Decline of={of} />
    </>
  );
}

function Approved({ of: { id }, decision: { approval, scope } }: DecisionProps) {
  const say = useSay();
  const { day } = useForms();
  const { standing, validUntil, because } = approval?.status ?? {};
  return (
    <>
      {standing && <Text>{say(`buyer.standing.${standing}`)}</Text>}
      {because && <Text>{say(`buyer.because.${because}`)}</Text>}
      {validUntil && <Text>{say('buyer.valid-until', { day: day(validUntil) })}</Text>}
      {scope && <ScopeFacts of={scope as never} />}
      <Link to="/qualifications/$id/deliveries" params={{ id }} className="text-link">
        {say('buyer.decision.deliveries')}
      </Link>
      <Link to="/approved" className="text-link">
        {say('buyer.decision.may-order')}
      </Link>
    </>
  );
}

function Over({ of, decision: { approval } }: DecisionProps) {
  const say = useSay();
  const sayCode = useSayCode();
  return (
    <>
      {approval?.declineReason && (
        <Text>
          {say('buyer.decision.declined-for', { reason: sayCode('buyer.decline', approval.declineReason) })}
        </Text>
      )}
      <AskForApproval of={of} />
    </>
  );
}
