import type { QualificationSummary } from '#client';
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusLine } from '../ui/status-line.js';
import { useSay } from '../words/words.js';
import { WhatComes } from './what-comes.js';

/** One case: which it is, where it stands, and what comes next. */
export function CaseCard({ of }: { readonly of: QualificationSummary }) {
  const say = useSay();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3">
            <Anchor component={Link} to={`/qualifications/${of.id}`}>
              {[say(`supplier.category.${of.category}`), of.site.name].filter(Boolean).join(' · ')}
            </Anchor>
          </Title>
          <Text size="sm" c="var(--frame-quiet)">
            {of.caseNumber}
          </Text>
        </div>
        <StatusLine of={of} />
        <WhatComes of={of} />
      </Stack>
    </Paper>
  );
}
