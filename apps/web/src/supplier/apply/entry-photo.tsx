import { PhotoUpload } from '../../ui/photo-upload.js';
import { useSay } from '../../words/words.js';
import type { Content } from './fields.js';
import type { FieldContext } from './field.js';
import { certificationName } from './forms.js';

interface EntryPhotoProps {
  readonly form: FieldContext;
  readonly entry: Content;
}
/** The photo of one certificate, kept under its scheme; papers of other kinds are photographed once for the section. */
export function EntryPhoto({ form, entry }: EntryPhotoProps) {
  const say = useSay();
  const scheme = entry['scheme'];
  if (form.section !== 'certificates' || typeof scheme !== 'string') return null;
  return (
    <PhotoUpload
      place={{ caseId: form.caseId, target: 'certificate', item: scheme }}
      label={say('supplier.photo.certificate', { name: certificationName(scheme) })}
      readOnly={form.readOnly}
    />
  );
}
