import { getPilotSuggestion } from '#client';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { NumberField } from '../fields.js';
import { Section } from '../section.js';
import { suggestedTerms, type TermsDraft } from './terms-draft.js';

interface SuggestionProps {
  readonly caseId: string;
  readonly onTake: (terms: TermsDraft) => void;
}

/** How large the order might be, from what the buyer needs a month and what the supplier says it can make. */
export function Suggestion({ caseId, onTake }: SuggestionProps) {
  const say = useSay();
  const { number, money } = useForms();
  const [monthlyVolume, setVolume] = useState<number>();
  const [unitPriceUsd, setPrice] = useState<number>();
  const query = {
    ...(monthlyVolume !== undefined && monthlyVolume > 0 && { monthlyVolume }),
    ...(unitPriceUsd !== undefined && unitPriceUsd > 0 && { unitPriceUsd }),
  };
  const isAsked = Object.keys(query).length > 0;
  const { data, error } = useQuery({
    queryKey: ['case', caseId, 'suggestion', query],
    queryFn: () => told(getPilotSuggestion({ path: { id: caseId }, query })),
    enabled: isAsked,
  });
  return (
    <Section title={say('buyer.suggestion')}>
      <Text size="sm">{say('buyer.suggestion.how')}</Text>
      <Group gap="sm" align="flex-start">
        <NumberField label={say('buyer.suggestion.volume')} value={monthlyVolume} onChange={setVolume} />
        <NumberField label={say('buyer.suggestion.price')} value={unitPriceUsd} onChange={setPrice} />
      </Group>
      {error && <ProblemText error={error} />}
      {isAsked && data && (
        <Stack gap="xs" role="status">
          {data.units && (
            <Text fw={600}>
              {say('buyer.suggestion.units', {
                from: number(data.units.from),
                to: number(data.units.to),
                lots: data.lots.map((size) => number(size)).join(' + '),
              })}
              {data.valueUsd && ` · ${money(data.valueUsd.suggested)}`}
            </Text>
          )}
          <List size="sm">
            {data.reasons.map((reason) => (
              <List.Item key={reason}>{say(`buyer.suggestion.${reason}`)}</List.Item>
            ))}
          </List>
          {data.lots.length > 0 && (
            <Button
              variant="default"
              className="align-start"
              onClick={() => onTake(suggestedTerms(data, unitPriceUsd))}
            >
              {say('buyer.suggestion.take')}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}
