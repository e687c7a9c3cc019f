import { AQLS, CURRENCIES, INSPECTION_LEVELS, SAMPLE_KINDS, type AqlTerms, type SampleKind } from '#domain';
import { ActionIcon, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { DateField, NumberField } from '../fields.js';
import {
  isLotSize,
  withLot,
  withOneMore,
  withoutLot,
  type LotDraft,
  type TermsDraft,
  type TermsField,
} from './terms-draft.js';

const INCOTERMS = ['EXW', 'FCA', 'DAP'] as const;

interface TermsFieldsProps {
  readonly draft: TermsDraft;
  readonly set: (change: TermsDraft) => void;
  readonly gaps: readonly TermsField[];
  readonly usual: AqlTerms;
}

/** Every field of an order: what has to be agreed, and below it what is usual unless somebody says otherwise. */
export function TermsFields({ draft, set, gaps, usual }: TermsFieldsProps) {
  const say = useSay();
  const label = (field: string): string => say(`buyer.terms.${field}`);
  const error = (field: TermsField) => (gaps.includes(field) ? say(`buyer.terms.wrong.${field}`) : undefined);
  return (
    <Stack gap="sm" className="narrow-fields">
      <Lots of={draft.lots ?? []} set={(lots) => set({ lots })} error={error('lots')} />
      <NumberField
        label={label('valueUsd')}
        hint={say('buyer.terms.valueUsd.hint')}
        value={draft.valueUsd}
        error={error('valueUsd')}
        onChange={(valueUsd) => set({ valueUsd })}
      />
      <DateField
        label={label('deliveryBy')}
        value={draft.deliveryBy}
        error={error('deliveryBy')}
        onChange={(deliveryBy) => set({ deliveryBy })}
      />
      <NativeSelect
        label={label('incoterm')}
        value={draft.incoterm ?? ''}
        error={error('incoterm')}
        onChange={({ target }) => set({ incoterm: (target.value || undefined) as TermsDraft['incoterm'] })}
        data={[
          { value: '', label: say('buyer.choose') },
          ...INCOTERMS.map((one) => ({ value: one, label: say(`buyer.incoterm.${one}`) })),
        ]}
      />
      <Checkbox.Group
        label={label('samples')}
        value={draft.samples ?? []}
        onChange={(samples) => set({ samples: samples as SampleKind[] })}
      >
        <Stack gap="xs" className="choices">
          {SAMPLE_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={say(`buyer.sample.${kind}.before`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Fold title={say('buyer.terms.more')}>
        <More draft={draft} set={set} error={error} usual={usual} />
      </Fold>
    </Stack>
  );
}

interface LotsProps {
  readonly of: readonly LotDraft[];
  readonly set: (lots: readonly LotDraft[]) => void;
  readonly error: string | undefined;
}
function Lots({ of, set, error }: LotsProps) {
  const say = useSay();
  return (
    <Stack gap="xs" component="fieldset" className="plain-fieldset">
      <Text component="legend" fw={500}>
        {say('buyer.terms.lots')}
      </Text>
      {of.map(({ lot, size }, nth) => (
        <Group key={lot} align="flex-end" gap="xs" wrap="nowrap">
          <NumberField
            label={say('buyer.terms.lot', { lot })}
            value={size}
            error={size !== undefined && !isLotSize(size) ? say('buyer.terms.lot.wrong') : undefined}
            onChange={(typed) => set(withLot(of, nth, typed))}
          />
          <ActionIcon
            variant="default"
            aria-label={say('buyer.terms.lot.remove', { lot })}
            onClick={() => set(withoutLot(of, nth))}
          >
            <Trash2 aria-hidden size={20} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        leftSection={<Plus aria-hidden size={18} />}
        className="align-start"
        onClick={() => set(withOneMore(of))}
      >
        {say('buyer.terms.lot.add')}
      </Button>
      {error && of.length === 0 && (
        <Text size="sm" c="red.8">
          {error}
        </Text>
      )}
    </Stack>
  );
}

type MoreProps = Omit<TermsFieldsProps, 'gaps'> & {
  readonly error: (field: TermsField) => string | undefined;
};
function More({ draft, set, error, usual }: MoreProps) {
  const say = useSay();
  const label = (field: string): string => say(`buyer.terms.${field}`);
  return (
    <Stack gap="sm">
      <NumberField
        label={label('unitPrice')}
        value={draft.unitPrice}
        onChange={(unitPrice) => set({ unitPrice })}
      />
      <NativeSelect
        label={label('currency')}
        value={draft.currency ?? 'USD'}
        onChange={({ target }) => set({ currency: target.value as TermsDraft['currency'] })}
        data={[...CURRENCIES]}
      />
      <NumberField
        label={label('paymentDays')}
        hint={say('buyer.terms.usual', { usual: 30 })}
        value={draft.paymentDays}
        onChange={(paymentDays) => set({ paymentDays })}
      />
      <NumberField
        label={label('tolerancePercent')}
        hint={say('buyer.terms.usual', { usual: 3 })}
        value={draft.tolerancePercent}
        error={error('tolerancePercent')}
        onChange={(tolerancePercent) => set({ tolerancePercent })}
      />
      <NumberField
        label={label('earlyDays')}
        hint={say('buyer.terms.earlyDays.hint')}
        value={draft.earlyDays}
        onChange={(earlyDays) => set({ earlyDays })}
      />
      <TextInput
        label={label('specVersion')}
        value={draft.specVersion ?? ''}
        error={error('specVersion')}
        onChange={({ target }) => set({ specVersion: target.value.trim() || undefined })}
      />
      <Aql aql={draft.aql ?? usual} set={(aql) => set({ aql })} />
    </Stack>
  );
}

interface AqlProps {
  readonly aql: Pick<AqlTerms, 'level' | 'major' | 'minor'>;
  readonly set: (aql: TermsDraft['aql']) => void;
}
/** How much is looked at, and what is accepted, where buyer and supplier agreed otherwise than is usual. */
function Aql({ aql: { level, major, minor }, set }: AqlProps) {
  const say = useSay();
  const aql = { level, major, minor };
  const select = <K extends keyof typeof aql>(name: K, values: readonly (typeof aql)[K][]) => (
    <NativeSelect
      label={say(`buyer.terms.aql.${name}`)}
      value={aql[name]}
      onChange={({ target }) => set({ ...aql, [name]: target.value })}
      data={[...values]}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      {select('level', INSPECTION_LEVELS)}
      {select('major', AQLS)}
      {select('minor', AQLS)}
    </Group>
  );
}
