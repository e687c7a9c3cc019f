import type { QualificationSummary } from '#client';
import { Text } from '@mantine/core';
import { useSay, useSayIfAny } from '../words/words.js';

/** What comes after where a case stands. */
export function WhatComes({
  of: { stage, substate },
}: {
  readonly of: Pick<QualificationSummary, 'stage' | 'substate'>;
}) {
  const say = useSay();
  const next = useSayIfAny()(`supplier.next.${stage}.${substate}`);
  return (
    next && (
      <Text size="sm">
        <b>{say('supplier.next.title')}</b> {next}
      </Text>
    )
  );
}
