import type { AuditSummary } from '#client';
import { localDate } from '#domain';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CalendarClock, CloudUpload, Languages, MapPin, Smartphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isDeviceFull } from '../offline/device-store.js';
import { useDevice } from '../offline/use-device.js';
import { Due } from '../ui/due.js';
import { Empty } from '../ui/empty.js';
import { Loading } from '../ui/loading.js';
import { ProblemText } from '../ui/problem-text.js';
import { Unbroken } from '../ui/unbroken.js';
import { useForms } from '../words/forms.js';
import { provinceName } from '../words/places.js';
import { useLanguage, useSay, useSayCode } from '../words/words.js';
import { useAgenda } from './agenda.js';
import { kilometres, useHere, type Here } from './here.js';
import { keepAudit } from './pack.js';
import './auditor.css';

const DAYS_OF_A_WEEK = 7;
const GROUPS = ['this-week', 'later', 'without-date', 'handed-in'] as const;
type GroupName = (typeof GROUPS)[number];
function groupOf({ phase, visitDate, visits }: AuditSummary): GroupName {
  if (visits.length > 0 || phase === 'in-progress') return 'this-week';
  if (phase === 'submitted') return 'handed-in';
  if (visitDate === null) return 'without-date';
  const week = localDate(new Date(Date.now() + DAYS_OF_A_WEEK * 86_400_000).toISOString());
  return visitDate <= week ? 'this-week' : 'later';
}
const byVisit = (one: AuditSummary, other: AuditSummary): number =>
  (one.visitDate ?? '9').localeCompare(other.visitDate ?? '9');

/** What an auditor has to do, this week first. */
export function AuditorHome() {
  const say = useSay();
  const agenda = useAgenda();
  const { here, permission, look } = useHere();
  if (agenda.isPending) return <Loading />;
  const audits = [...(agenda.data?.audits ?? [])].sort(byVisit);
  return (
    <Stack>
      <Title order={1}>{say('auditor.home.title')}</Title>
      {agenda.error && <ProblemText error={agenda.error} />}
      {!agenda.error && audits.length === 0 && <Empty text={say('auditor.home.empty')} />}
      {audits.length > 0 && !here && permission !== 'denied' && (
        <Group>
          <Button
            variant="default"
            leftSection={<MapPin aria-hidden size={18} />}
            onClick={() => void look()}
          >
            {say('auditor.home.how-far')}
          </Button>
        </Group>
      )}
      {GROUPS.map((group) => {
        const those = audits.filter((audit) => groupOf(audit) === group);
        return (
          those.length > 0 && (
            <Stack key={group} component="section" gap="sm">
              <Title order={2}>{say(`auditor.home.${group}`)}</Title>
              <ul className="plain-list">
                {those.map((audit) => (
                  <li key={audit.id}>
                    <AuditCard
                      of={audit}
                      here={here}
                      keptAt={agenda.data?.kept[audit.id]}
                      unsent={agenda.unsentOf(audit.id)}
                      onKept={() => void agenda.refetch()}
                    />
                  </li>
                ))}
              </ul>
            </Stack>
          )
        );
      })}
    </Stack>
  );
}

interface CardProps {
  readonly of: AuditSummary;
  readonly here: Here | undefined;
  readonly keptAt: number | undefined;
  readonly unsent: number;
  readonly onKept: () => void;
}
function AuditCard({ of, here, keptAt, unsent, onKept }: CardProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const reader = useLanguage();
  const { day, number } = useForms();
  const { supplier, caseNumber, site, visitDate, phase, visits, language } = of;
  const km = here && kilometres(here, site);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={3}>
          <Link to="/qualifications/$id" params={{ id: of.id }} className="card-link">
            {supplier.name}
          </Link>
        </Title>
        <Text size="sm">
          {site.name} · {provinceName(site.province, reader)} · <Unbroken>{caseNumber}</Unbroken>
        </Text>
        <Text fw={600} className="due">
          <CalendarClock aria-hidden size={16} />{' '}
          {visits.length > 0
            ? say('auditor.home.later-visit')
            : visitDate
              ? say('auditor.home.visit-on', { day: day(visitDate) })
              : sayCode('auditor.phase', phase)}
        </Text>
        {visitDate && visits.length === 0 && <Text size="sm">{sayCode('auditor.phase', phase)}</Text>}
        <YourDue of={of} />
        <div className="audit-facts">
          {km !== undefined && (
            <Mark icon={<MapPin aria-hidden size={16} />}>
              {say('auditor.home.distance', { km: number(km, km < 10 ? 1 : 0) })}
            </Mark>
          )}
          {language && (
            <Mark icon={<Languages aria-hidden size={16} />}>{say(`auditor.language.${language}`)}</Mark>
          )}
          <Mark icon={<Smartphone aria-hidden size={16} />}>
            {say(keptAt ? 'auditor.home.kept' : 'auditor.home.not-kept')}
          </Mark>
          {unsent > 0 && (
            <Mark icon={<CloudUpload aria-hidden size={16} />}>
              {say('auditor.home.unsent', { count: unsent })}
            </Mark>
          )}
        </div>
        {!keptAt && phase !== 'submitted' && <KeepButton id={of.id} name={supplier.name} onKept={onKept} />}
      </Stack>
    </Paper>
  );
}

const Mark = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <Text span size="sm" className="due">
    {icon} {children}
  </Text>
);

/** Until when the auditor has to do what they have to do. */
function YourDue({ of: { ballHolders } }: { readonly of: AuditSummary }) {
  const mine = ballHolders.find(({ role, dueAt }) => role === 'auditor' && dueAt);
  return mine?.dueAt ? <Due at={mine.dueAt} /> : null;
}

interface KeepProps {
  readonly id: string;
  readonly name: string;
  readonly onKept: () => void;
  /** That it is kept already, and read anew. */
  readonly again?: boolean;
}
/** Reads an audit for work without a network. */
export function KeepButton({ id, name, onKept, again = false }: KeepProps) {
  const say = useSay();
  const device = useDevice();
  const language = useLanguage();
  const [state, setState] = useState<'idle' | 'reading' | 'full' | { readonly error: unknown }>('idle');
  const keep = async () => {
    setState('reading');
    try {
      await keepAudit(device, id, language);
      setState('idle');
      onKept();
    } catch (error) {
      setState(isDeviceFull(error) ? 'full' : { error });
    }
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="xs">
        <Button
          variant="default"
          loading={state === 'reading'}
          onClick={() => void keep()}
          aria-label={say(again ? 'auditor.kept.again-of' : 'auditor.kept.keep-of', { name })}
        >
          {say(again ? 'auditor.kept.again' : 'auditor.kept.keep')}
        </Button>
      </Group>
      {state === 'full' && (
        <Text size="sm" c="red.8" role="alert">
          {say('auditor.kept.full')}
        </Text>
      )}
      {typeof state === 'object' && <ProblemText error={state.error} />}
    </Stack>
  );
}
