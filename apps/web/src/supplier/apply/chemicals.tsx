import { takeChemicalInventory, type QualificationView } from '#client';
import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { CircleCheck, Download } from 'lucide-react';
import { useDevice } from '../../offline/use-device.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { useDocuments, type DocumentPlace } from '../../ui/documents.js';
import { PhotoUpload } from '../../ui/photo-upload.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { sectionsQuery } from '../../server/case-parts.js';
import { sectionPlace } from './use-section.js';
import { isWritable } from './writable.js';

const TABLES = '.csv,.xlsx';
const SHOWN_WRONGS = 20;

/** What chemicals a firm keeps: a table of its own, read row by row; or none at all. */
export function Chemicals({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { number } = useForms();
  const { data: facts } = useSuspenseQuery(sectionsQuery(of.id));
  const fact = facts.find(({ item }) => item === 'chemicals');
  const rows = (fact?.content['rows'] ?? undefined) as readonly unknown[] | undefined;
  const place: DocumentPlace = { caseId: of.id, target: 'section', item: 'chemicals' };
  const writable = isWritable(of, 'chemicals');
  return (
    <Stack>
      {rows && (
        <Text className="due" fw={600}>
          <CircleCheck aria-hidden size={18} />{' '}
          {say('supplier.chemicals.rows', { count: rows.length, rows: number(rows.length) })}
        </Text>
      )}
      <Anchor href="/v1/chemical-inventory/template.csv" download className="way">
        <Download aria-hidden size={18} /> {say('supplier.chemicals.template')}
      </Anchor>
      <PhotoUpload
        place={place}
        label={say('supplier.chemicals.table')}
        files={TABLES}
        readOnly={!writable}
      />
      {writable && <Take caseId={of.id} place={place} version={fact?.version ?? 0} />}
      {writable && rows === undefined && <None caseId={of.id} />}
    </Stack>
  );
}

interface TakeProps {
  readonly caseId: string;
  readonly place: DocumentPlace;
  readonly version: number;
}
/** Reads the newest table that was received; all its rows, or none and why. */
function Take({ caseId, place, version }: TakeProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [table] = useDocuments(place).items.filter(({ status }) => status === 'available');
  const take = useMutation<unknown, Problem, string>({
    mutationFn: (documentId) => {
      const headers = version === 0 ? { 'If-None-Match': '*' as const } : { 'If-Match': `"${version}"` };
      return told(takeChemicalInventory({ path: { id: caseId }, body: { documentId }, headers }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  if (!table) return null;
  const wrong = take.error?.fields ?? [];
  return (
    <Stack gap="xs">
      <Group>
        <Button loading={take.isPending} onClick={() => take.mutate(table.id)}>
          {say('supplier.chemicals.read', { name: table.fileName })}
        </Button>
      </Group>
      {take.error && wrong.length === 0 && <ProblemText error={take.error} />}
      {wrong.length > 0 && (
        <Alert color="red" role="alert" title={say('supplier.chemicals.wrong', { count: wrong.length })}>
          <List size="sm">
            {wrong.slice(0, SHOWN_WRONGS).map((one) => (
              <Fault key={one.pointer} of={one} />
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}

/** What is wrong with a cell, and where it is, rows as a spreadsheet counts them. */
function Fault({ of: { pointer, code } }: { readonly of: Problem['fields'][number] }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { named } = useForms();
  const [, , row = '', column] = pointer.split('/');
  const where = say(column ? 'supplier.chemicals.cell' : 'supplier.chemicals.row', {
    row,
    column: column ?? '',
  });
  return <List.Item>{named(where, sayCode('supplier.table-fault', code))}</List.Item>;
}

function None({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const device = useDevice();
  const none = async () => {
    await device.queue.write(sectionPlace(caseId, 'chemicals'), { rows: [] }, null);
    void device.send();
  };
  return (
    <Group>
      <Button variant="default" onClick={() => void none()}>
        {say('supplier.chemicals.none')}
      </Button>
    </Group>
  );
}
