import { getOnePage, unwatchCase, watchCase, type OnePageView } from '#client';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Eye, EyeOff, FileDown } from 'lucide-react';
import { useCase } from '../server/cases.js';
import type { Problem } from '../server/problem.js';
import { told } from '../server/told.js';
import { ProblemText } from '../ui/problem-text.js';
import { StatusLine } from '../ui/status-line.js';
import { useForms } from '../words/forms.js';
import { LANGUAGE_NAMES } from '../words/languages.js';
import { useLanguage, useSay } from '../words/words.js';
import { useNames } from './names.js';
import { CertificatesSection } from './one-page/certificates.js';
import { ChecksSection } from './one-page/checks.js';
import { DecisionBox } from './one-page/decision.js';
import { FindingsSection } from './one-page/findings.js';
import { HistoryStrip } from './one-page/history-strip.js';
import { Goods, Identity, Place } from './one-page/identity.js';
import { OriginSection } from './one-page/origin.js';
import { OtherBuyers } from './one-page/other-buyers.js';
import { PilotsSection } from './one-page/pilots.js';
import { ScoreSection } from './one-page/score.js';
import { Verdict } from './one-page/verdict.js';
import './buyer.css';
import './one-page/one-page.css';

/** A case on one page: may this buyer rely on the firm, and why. */
export function BuyerCase() {
  const { id } = useParams({ from: '/qualifications/$id' });
  const language = useLanguage();
  const one = useCase(id);
  const { data: page } = useSuspenseQuery({
    queryKey: ['case', id, 'one-page', language],
    queryFn: () => told(getOnePage({ path: { id }, query: { language } })),
  });
  return (
    <Stack>
      <Head of={page} />
      <StatusLine of={one} />
      <Verdict of={page} />
      <div className="one-page">
        <div className="one-page-side">
          {page.decision && <DecisionBox of={one} decision={page.decision} />}
        </div>
        <Stack>
          <Identity of={page} />
          <Place of={page} />
          <Goods of={page} />
          <ScoreSection of={page} />
          <FindingsSection of={page} />
          <ChecksSection of={page} />
          <CertificatesSection of={page} />
          <PilotsSection of={page} />
          <OriginSection of={page} />
          <OtherBuyers of={page} />
          <HistoryStrip of={page} />
        </Stack>
      </div>
    </Stack>
  );
}

function Head({ of }: { readonly of: OnePageView }) {
  const say = useSay();
  const { day } = useForms();
  const { category } = useNames();
  return (
    <Stack gap="xs">
      <Title order={1}>{of.supplier.name}</Title>
      <Text>{[of.caseNumber, category(of.category), of.site.name].filter(Boolean).join(' · ')}</Text>
      {of.consentUntil && (
        <Text size="sm" c="var(--frame-quiet)">
          {say('buyer.consent-until', { day: day(of.consentUntil) })}
        </Text>
      )}
      <Group gap="sm">
        {(['en', 'km'] as const).map((language) => (
          <Anchor
            key={language}
            href={`/v1/qualifications/${of.qualificationId}/one-page.pdf?language=${language}`}
            target="_blank"
            className="text-link"
          >
            <FileDown aria-hidden size={18} />
            <span>
              PDF <span lang={language}>{LANGUAGE_NAMES[language]}</span>
            </span>
          </Anchor>
        ))}
        <Watch of={of} />
      </Group>
    </Stack>
  );
}

/** On the watch list of the firm, or off it. */
function Watch({ of: { qualificationId: id, watchedSince } }: { readonly of: OnePageView }) {
  const say = useSay();
  const queries = useQueryClient();
  const change = useMutation<unknown, Problem>({
    mutationFn: (): Promise<unknown> =>
      watchedSince ? told(unwatchCase({ path: { id } })) : told(watchCase({ path: { id } })),
    onSuccess: () =>
      Promise.all([['case', id], ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const Icon = watchedSince ? EyeOff : Eye;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon aria-hidden size={18} />}
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        {say(watchedSince ? 'buyer.watch.off' : 'buyer.watch.start')}
      </Button>
      {change.error && <ProblemText error={change.error} />}
    </>
  );
}
