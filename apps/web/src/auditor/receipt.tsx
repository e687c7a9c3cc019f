import { getAuditSubmission, listAnswers, type AuditSubmission } from '#client';
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { newer } from '../offline/entry.js';
import { useWritten } from '../offline/use-written.js';
import { told } from '../server/told.js';
import { ProblemText } from '../ui/problem-text.js';
import { Facts } from '../ui/facts.js';
import { Loading } from '../ui/loading.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { paperDigest, type DigestedFact } from './digest.js';
import type { AuditPack } from './pack.js';
import { answersOf } from './places.js';

/** What the programme received, by its digests, held against what this device has of it. */
export function Receipt({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { moment, number } = useForms();
  const { id } = pack.view;
  const { data, error } = useQuery({
    queryKey: ['case', id, 'submission'],
    queryFn: () => told(getAuditSubmission({ path: { id } })),
  });
  if (error) return <ProblemText error={error} />;
  if (!data) return <Loading />;
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{say('auditor.receipt.title')}</Title>
        <Facts
          of={[
            [say('auditor.receipt.at'), moment(data.recordedAt)],
            [say('auditor.receipt.entry'), number(data.seq)],
            ...data.papers.map(
              ({ paper, digest }) =>
                [
                  say('auditor.receipt.digest-of', {
                    paper: say(paper === 'audit' ? 'auditor.receipt.answers' : 'auditor.link.meetings'),
                  }),
                  <span key={paper} className="digest">
                    {digest}
                  </span>,
                ] as const,
            ),
            [say('auditor.receipt.hash'), <span className="digest">{data.hash}</span>],
          ]}
        />
        <Compared pack={pack} receipt={data} />
      </Stack>
    </Paper>
  );
}

interface ComparedProps {
  readonly pack: AuditPack;
  readonly receipt: AuditSubmission;
}
function Compared({ pack, receipt }: ComparedProps) {
  const say = useSay();
  const mine = useMine(pack);
  const theirs = receipt.papers.find(({ paper }) => paper === 'audit')?.digest;
  if (!mine || !theirs) return null;
  const same = mine === theirs;
  return (
    <Alert
      color={same ? 'green' : 'yellow'}
      icon={same ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
      role="status"
    >
      <Text>{say(same ? 'auditor.receipt.same' : 'auditor.receipt.differs')}</Text>
    </Alert>
  );
}

/** The digest of the answers as this device sent them; those that it never held come from the API. */
function useMine(pack: AuditPack): string | undefined {
  const { id } = pack.view;
  const prefix = answersOf(id, 'audit');
  const written = useWritten(prefix);
  const { data } = useQuery({
    queryKey: ['case', id, 'digest', written?.size],
    enabled: written !== undefined,
    queryFn: async () => {
      const { items } = await told(listAnswers({ path: { id } }));
      const held = (fact: DigestedFact): DigestedFact => {
        const here = written?.get(`${prefix}${fact.item}`);
        const latest = here?.etag && !newer(`"${fact.version}"`, here.etag);
        return latest ? { ...fact, content: here.body } : fact;
      };
      return paperDigest(items.map(held));
    },
  });
  return data;
}
