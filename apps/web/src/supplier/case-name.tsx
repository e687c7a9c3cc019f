import type { QualificationSummary } from '#client';
import { Text } from '@mantine/core';
import { useSay } from '../words/words.js';

/** Which case it is, in the words of its owner: what is made, and where. */
export function CaseName({
  of,
}: {
  readonly of: Pick<QualificationSummary, 'category' | 'site' | 'caseNumber'>;
}) {
  const say = useSay();
  return (
    <Text c="var(--frame-quiet)">
      {[say(`supplier.category.${of.category}`), of.site.name, of.caseNumber].filter(Boolean).join(' · ')}
    </Text>
  );
}
