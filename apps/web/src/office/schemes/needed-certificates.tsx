import { CERTIFICATION_SCHEMES } from '#domain';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useSay } from '../../words/words.js';

/** No more certificates than this for one category. */
const MOST = 10;
/** What a certificate is called; its code when we know none of it. */
export const certificateName = (code: string): string =>
  CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code)?.name ?? code;

interface NeededCertificatesProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}
/** The certificates without which nobody is qualified for a category. */
export function NeededCertificates({ label, value, onChange }: NeededCertificatesProps) {
  const say = useSay();
  const others = CERTIFICATION_SCHEMES.filter(({ code }) => !value.includes(code));
  return (
    <fieldset className="office-fieldset">
      <legend>{label}</legend>
      <Stack gap="sm">
        {value.length > 0 && (
          <Group gap="sm">
            {value.map((code) => (
              <Button
                key={code}
                variant="default"
                className="office-long-button"
                onClick={() => onChange(value.filter((one) => one !== code))}
              >
                {say('office.schemes.needed.remove', { name: certificateName(code) })}
              </Button>
            ))}
          </Group>
        )}
        {value.length < MOST && (
          <NativeSelect
            label={say('office.schemes.needed.add')}
            value=""
            onChange={({ target }) => target.value && onChange([...value, target.value])}
            data={[
              { value: '', label: say('office.schemes.needed.choose') },
              ...others.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </Stack>
    </fieldset>
  );
}
