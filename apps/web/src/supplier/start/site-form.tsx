import { createSite, type CreateSite, type SiteView } from '#client';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { FormField } from '../apply/field.js';
import { text, type Content, type Field } from '../apply/fields.js';
import { FORMS } from '../apply/forms.js';
import { withoutEmpty } from '../apply/content.js';
import { isNothing, wrongsIn } from '../apply/wrong.js';

const ASKED = ['province', 'address', 'latitude'];
const FIELDS: readonly Field[] = [
  text('name', 200),
  ...FORMS.site.filter(({ name }) => ASKED.includes(name)),
];
const NEEDED = ['name', 'province', 'address', 'latitude', 'longitude'];

interface SiteFormProps {
  readonly supplierId: string;
  readonly onCreated: (site: SiteView) => void;
}
/** A site that the programme does not know yet. */
export function SiteForm({ supplierId, onCreated }: SiteFormProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [content, setContent] = useState<Content>({});
  const key = useRef(crypto.randomUUID());
  const create = useMutation<SiteView, Problem>({
    mutationFn: () =>
      told(
        createSite({
          path: { supplierId },
          body: content as unknown as CreateSite,
          headers: { 'Idempotency-Key': key.current },
        }),
      ),
    onSuccess: async (site) => {
      await queries.invalidateQueries({ queryKey: ['sites', supplierId] });
      onCreated(site);
    },
  });
  const wrongs = wrongsIn(FIELDS, content);
  const missing = NEEDED.filter((name) => isNothing(content[name]));
  const form = {
    ...{ caseId: '', category: 'TRIMS' as const, section: 'site', readOnly: false },
    ...{ wrongs, wanted: NEEDED },
  };
  return (
    <Paper withBorder p="md">
      <Stack>
        {FIELDS.map((field) => (
          <FormField
            key={field.name}
            field={field}
            form={form}
            pointer={`#/${field.name}`}
            content={content}
            write={(change) => {
              key.current = crypto.randomUUID();
              setContent((now) => withoutEmpty({ ...now, ...change }));
            }}
          />
        ))}
        {create.error && <ProblemText error={create.error} />}
        <Group>
          <Button
            variant="default"
            disabled={missing.length > 0 || wrongs.length > 0}
            loading={create.isPending}
            onClick={() => create.mutate()}
          >
            {say('supplier.start.add-site')}
          </Button>
          {missing.length > 0 && <Text size="sm">{say('supplier.start.site-missing')}</Text>}
        </Group>
      </Stack>
    </Paper>
  );
}
