import type { DocumentView } from '#client';
import { Anchor, List, Stack, Text } from '@mantine/core';
import { contentOf } from '../ui/documents.js';
import { Facts } from '../ui/facts.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { Application } from './application.js';
import { Fold } from './fold.js';
import { kilometres, useHere } from './here.js';
import { useChecklist, type AuditPack } from './pack.js';

/** What is good to know, and to have along, before one goes there. All of it is kept on the device. */
export function Prepare({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  return (
    <Stack>
      <Where pack={pack} />
      <Bring pack={pack} />
      <Earlier pack={pack} />
      <Credited pack={pack} />
      <Fold title={say('auditor.application.title')}>
        <Application pack={pack} />
      </Fold>
      <Papers of={pack.documents} />
    </Stack>
  );
}

function Where({ pack: { site } }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { number } = useForms();
  const { here } = useHere();
  const spot = `${site.latitude},${site.longitude}`;
  return (
    <Fold title={say('auditor.where.title')} open>
      <Stack gap="xs">
        <Text>{site.address}</Text>
        <Text>
          {say('auditor.where.point', {
            latitude: site.latitude.toFixed(5),
            longitude: site.longitude.toFixed(5),
          })}
        </Text>
        {here && <Text>{say('auditor.home.distance', { km: number(kilometres(here, site), 1) })}</Text>}
        <Anchor href={`geo:${spot}?q=${spot}`} className="card-link">
          {say('auditor.where.open')}
        </Anchor>
      </Stack>
    </Fold>
  );
}

/** How many to interview, whose pay to look at, and papers to ask for. */
function Bring({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { number, list } = useForms();
  const { samples, effort, toAsk } = pack.plan;
  return (
    <Fold title={say('auditor.bring.title')} open>
      <Stack gap="xs">
        {samples ? (
          <Facts
            of={[
              [
                say('auditor.bring.interviews'),
                say('auditor.bring.interviews-of', {
                  workers: number(samples.interviews.workers),
                  women: number(samples.interviews.womenAtLeast),
                  alone: number(samples.interviews.inPrivate),
                }),
              ],
              [
                say('auditor.bring.groups'),
                samples.interviews.groups.length > 0 &&
                  list(samples.interviews.groups.map((size) => number(size))),
              ],
              [
                say('auditor.bring.payroll'),
                say('auditor.bring.payroll-of', {
                  months: number(samples.payroll.months.length),
                  workers: number(samples.payroll.workersPerMonth),
                }),
              ],
              [say('auditor.bring.items'), number(toAsk.length)],
              [
                say('auditor.bring.hours'),
                effort && say('auditor.bring.hours-of', { hours: number(effort.hours.residual) }),
              ],
            ]}
          />
        ) : (
          <Text>{say('auditor.bring.unknown')}</Text>
        )}
        <List size="sm">
          {['phone', 'paper', 'consent', 'safe'].map((thing) => (
            <List.Item key={thing}>{say(`auditor.bring.thing.${thing}`)}</List.Item>
          ))}
        </List>
      </Stack>
    </Fold>
  );
}

function Earlier({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { checklist } = useChecklist(pack);
  if (!pack.view.previousId) return null;
  const question = (id: string): string => checklist.find((item) => item.id === id)?.question ?? '';
  return (
    <Fold title={say('auditor.earlier.title')} open={pack.earlier.length > 0}>
      {pack.earlier.length === 0 && <Text>{say('auditor.earlier.none')}</Text>}
      <List>
        {pack.earlier.map(({ itemId, severity, value }) => (
          <List.Item key={itemId}>
            {itemId} · {sayCode('names.severity', severity)} · {sayCode('auditor.answer', value)}
            <br />
            {question(itemId)}
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}

function Credited({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { day, list } = useForms();
  const { credited, reports } = pack.plan;
  if (reports.length === 0) return null;
  return (
    <Fold title={say('auditor.credit.title')}>
      <List>
        {reports.map(({ id, scheme, reportedOn, phase }) => (
          <List.Item key={id}>
            {scheme} · {day(reportedOn)} · {say(`auditor.credit.phase.${phase}`)}
            <br />
            {list(credited.filter(({ reportId }) => reportId === id).map(({ itemId }) => itemId))}
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}

function Papers({ of }: { readonly of: readonly DocumentView[] }) {
  const say = useSay();
  const { day, list } = useForms();
  if (of.length === 0) return null;
  return (
    <Fold title={say('auditor.papers.title', { count: of.length })}>
      <Stack gap="xs">
        <Text size="sm">{say('auditor.papers.hint')}</Text>
        <List>
          {of.map(({ id, fileName, status, createdAt, links }) => (
            <List.Item key={id}>
              {status === 'available' ? (
                <Anchor href={contentOf(id)} target="_blank" rel="noreferrer" className="card-link">
                  {fileName}
                </Anchor>
              ) : (
                `${fileName} · ${say(`shell.document.${status}`)}`
              )}{' '}
              <Text span size="sm">
                {day(createdAt)} · {list(links.map(({ item }) => item))}
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Fold>
  );
}
