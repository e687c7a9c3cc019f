import type { QualificationSummary } from '#client';
import { Text } from '@mantine/core';
import { Unbroken } from '../ui/unbroken.js';
import { useSay } from '../words/words.js';

interface CaseNameProps {
  readonly of: Pick<QualificationSummary, 'category' | 'site' | 'caseNumber'>;
  /** Where what is made stands above it. */
  readonly short?: boolean;
}
/** Which case it is, in the words of its owner: what is made, and where. */
export function CaseName({ of, short = false }: CaseNameProps) {
  const say = useSay();
  const made = short ? undefined : say(`supplier.category.${of.category}`);
  return (
    <Text c="var(--frame-quiet)">
      {[made, of.site.name].filter(Boolean).join(' · ')} · <Unbroken>{of.caseNumber}</Unbroken>
    </Text>
  );
}
