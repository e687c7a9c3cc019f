import { CERTIFICATE_LAPSES, INPUT_CATEGORIES, type CertificateLapse } from '#domain';
import { NativeSelect, Stack } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { capitalised, useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { DraftForm } from './draft-form.js';
import { NeededCertificates } from './needed-certificates.js';
import { NumberField } from './number-field.js';
import { usePartProblems, type PartProblems } from './part-problems.js';
import { PLACES, certificatesOf, withCertificates, type Certificates } from './terms.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

/** Which certificates are needed, and what follows when one of them ends. */
export function CertificatesForm({ of }: { readonly of: Version }) {
  const say = useSay();
  const { category } = useGoods();
  const form = useDraft<Certificates>({ of, kept: certificatesOf(of.content), into: withCertificates });
  const { errorAt, isWrong } = usePartProblems(form.content, ...PLACES.certificates);
  const needed = form.draft.requiredCertificates;
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <Section id="needed" title={say('office.schemes.part.requiredCertificates')}>
        {INPUT_CATEGORIES.map(({ code }) => (
          <NeededCertificates
            key={code}
            label={category(code)}
            value={needed[code]}
            onChange={(codes) => form.change({ requiredCertificates: { ...needed, [code]: codes } })}
          />
        ))}
      </Section>
      <Lapse draft={form.draft} errorAt={errorAt} onChange={form.change} />
    </DraftForm>
  );
}

interface LapseProps {
  readonly draft: Certificates;
  readonly errorAt: PartProblems['errorAt'];
  readonly onChange: (part: Partial<Certificates>) => void;
}
function Lapse({ draft, errorAt, onChange }: LapseProps) {
  const say = useSay();
  const { category } = useGoods();
  return (
    <Section id="lapse" title={say('office.schemes.lapsed')}>
      <Stack gap="sm" className="office-form">
        <NumberField
          label={say('office.schemes.part.certificateGraceDays')}
          value={draft.certificateGraceDays}
          error={errorAt('/certificateGraceDays')}
          onChange={(certificateGraceDays) => onChange({ certificateGraceDays })}
        />
        {INPUT_CATEGORIES.map(({ code }) => (
          <NativeSelect
            key={code}
            label={category(code)}
            value={draft.certificateLapse[code]}
            onChange={({ target }) =>
              onChange({
                certificateLapse: { ...draft.certificateLapse, [code]: target.value as CertificateLapse },
              })
            }
            data={CERTIFICATE_LAPSES.map((value) => ({
              value,
              label: capitalised(say(`office.schemes.lapse.${value}`)),
            }))}
          />
        ))}
      </Stack>
    </Section>
  );
}
