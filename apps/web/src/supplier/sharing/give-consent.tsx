import type { OrganisationView, QualificationView } from '#client';
import { CONSENT_SECTIONS, DEFAULT_CONSENT_SECTIONS, MAX_CONSENT_MONTHS, type ConsentSection } from '#domain';
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../server/ask.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';

interface GiveConsentProps {
  readonly of: QualificationView;
  readonly buyers: readonly OrganisationView[];
  readonly onDone: () => void;
}
/** The local day so many months from now. */
const inMonths = (months: number): string => {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  return day.toISOString().slice(0, 10);
};

/** Lets one buyer read a case: which parts of it, and until when. */
export function GiveConsent({ of, buyers, onDone }: GiveConsentProps) {
  const say = useSay();
  const ask = useAsk(of.id);
  const [buyerId, setBuyer] = useState('');
  const [sections, setSections] = useState<readonly string[]>(DEFAULT_CONSENT_SECTIONS);
  const [until, setUntil] = useState(inMonths(12));
  const give = () =>
    ask.mutate(
      {
        type: 'grant-consent',
        buyerId,
        sections: sections as ConsentSection[],
        validUntil: `${until}T16:59:59.999Z`,
      },
      { onSuccess: onDone },
    );
  return (
    <Paper withBorder p="md">
      <Stack>
        <NativeSelect
          label={say('supplier.consents.buyer')}
          value={buyerId}
          onChange={({ target }) => setBuyer(target.value)}
          data={[
            { value: '', label: say('supplier.choose') },
            ...buyers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Checkbox.Group
          label={say('supplier.consents.sections')}
          description={say('supplier.consents.sections-hint')}
          value={[...sections]}
          onChange={setSections}
        >
          <Stack gap={0} mt="xs">
            {CONSENT_SECTIONS.map((code) => (
              <Checkbox
                key={code}
                value={code}
                label={say(`supplier.consent-section.${code}`)}
                className="big-tick"
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          type="date"
          label={say('supplier.consents.end')}
          value={until}
          min={inMonths(0)}
          max={inMonths(MAX_CONSENT_MONTHS)}
          onChange={({ target }) => setUntil(target.value)}
        />
        <Group>
          <Button
            disabled={buyerId === '' || sections.length === 0 || until === ''}
            loading={ask.isPending}
            onClick={give}
          >
            {say('supplier.consents.allow')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say('shell.sure.no')}
          </Button>
        </Group>
        {ask.error && <ProblemText error={ask.error} />}
      </Stack>
    </Paper>
  );
}
