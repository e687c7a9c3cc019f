import { getApprovalScope, type QualificationView } from '#client';
import { localDate } from '#domain';
import { Radio, Stack, Text } from '@mantine/core';
import { AskButton } from '../../ui/ask-button.js';
import { Conflict, SavedMark } from '../../ui/saved.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { DateField, HsField, ListField, MarketsField, NumberField } from '../fields.js';
import { isReceived, useOwnFact } from '../own-fact.js';
import { ScopeFacts } from './scope-facts.js';
import { scopeGaps, wholeScope, type ScopeDraft, type ScopeField } from './scope.js';

/** What is approved and up to which limits; written by one person, who then recommends it to another. */
export function ScopeForm({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { list } = useForms();
  const place = {
    name: `scope/${of.id}`,
    caseId: of.id,
    url: `/v1/qualifications/${of.id}/approvals/scope`,
    method: 'PUT',
  } as const;
  const own = useOwnFact<ScopeDraft>(place, () => getApprovalScope({ path: { id: of.id } }));
  const today = localDate(new Date().toISOString());
  const draft: ScopeDraft = { endMarkets: of.endMarkets, ...own.value };
  const gaps = scopeGaps(draft, today);
  const set = (change: ScopeDraft) => {
    const next = wholeScope({ ...draft, ...change });
    own.change(next, scopeGaps(next, today).length > 0);
  };
  const isBegun = own.saved.state !== 'none' || Object.keys(own.value).length > 0;
  const error = (field: ScopeField) =>
    isBegun && gaps.includes(field) ? say(`buyer.scope.wrong.${field}`) : undefined;
  if (!own.ready) return null;
  return (
    <Stack gap="sm" component="fieldset" className="plain-fieldset">
      <Text component="legend" fw={600}>
        {say('buyer.scope.title')}
      </Text>
      <Text size="sm">{say('buyer.scope.saved-where')}</Text>
      <Fields draft={draft} set={set} error={error} of={of} />
      <SavedMark saved={own.saved} />
      <Conflict saved={own.saved} mine={draft} show={(scope) => <ScopeFacts of={scope} />} />
      {gaps.length > 0 && (
        <Text size="sm" role="status">
          {say('buyer.scope.missing', { fields: list(gaps.map((gap) => say(`buyer.scope.${gap}`))) })}
        </Text>
      )}
      <AskButton
        of={of}
        command={{ type: 'recommend-approval' }}
        disabled={gaps.length > 0 || !isReceived(own)}
        question={say('buyer.decision.recommend.sure')}
        said={gaps.length > 0 ? ['approval-scope-missing'] : []}
      >
        {say('buyer.decision.recommend')}
      </AskButton>
    </Stack>
  );
}

interface FieldsProps {
  readonly draft: ScopeDraft;
  readonly set: (change: ScopeDraft) => void;
  readonly error: (field: ScopeField) => string | undefined;
  readonly of: QualificationView;
}
function Fields({ draft, set, error, of }: FieldsProps) {
  const say = useSay();
  const { validUntil: end } = of;
  const label = (field: string): string => say(`buyer.scope.${field}`);
  return (
    <>
      <NumberField
        label={label('maxUsdPerMonth')}
        value={draft.maxUsdPerMonth}
        error={error('maxUsdPerMonth')}
        onChange={(maxUsdPerMonth) => set({ maxUsdPerMonth })}
      />
      <NumberField
        label={label('maxUnitsPerMonth')}
        value={draft.maxUnitsPerMonth}
        error={error('maxUnitsPerMonth')}
        onChange={(maxUnitsPerMonth) => set({ maxUnitsPerMonth })}
      />
      <MarketsField
        label={label('endMarkets')}
        value={draft.endMarkets ?? []}
        error={error('endMarkets')}
        onChange={(endMarkets) => set({ endMarkets: [...endMarkets] })}
      />
      <HsField
        label={label('hsLines')}
        hint={say('buyer.scope.hsLines.hint')}
        value={draft.hsLines ?? []}
        error={error('hsLines')}
        onChange={(hsLines) => set({ hsLines: [...hsLines] })}
      />
      <Radio.Group
        label={label('tier')}
        error={error('tier')}
        value={draft.tier === undefined ? null : String(draft.tier)}
        onChange={(tier) => set({ tier: tier === '2' ? 2 : 3 })}
      >
        <Stack gap="xs" className="choices">
          <Radio value="2" label={say('buyer.tier.2')} />
          <Radio value="3" label={say('buyer.tier.3')} />
        </Stack>
      </Radio.Group>
      <DateField
        label={label('validUntil')}
        hint={end ? say('buyer.scope.validUntil.most', { day: localDate(end) }) : undefined}
        value={draft.validUntil}
        error={error('validUntil')}
        onChange={(validUntil) => set({ validUntil })}
      />
      <ListField
        label={label('conditions')}
        hint={say('buyer.scope.conditions.hint')}
        between={/\n/}
        join={'\n'}
        lines={2}
        value={draft.conditions ?? []}
        onChange={(conditions) => set({ conditions: [...conditions] })}
      />
    </>
  );
}
