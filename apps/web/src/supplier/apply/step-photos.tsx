import type { QualificationView } from '#client';
import { Alert, Button, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { PhotoUpload } from '../../ui/photo-upload.js';
import { useSay, useSayIfAny } from '../../words/words.js';
import type { Step } from './steps.js';
import { isWritable } from './writable.js';

/** Sections with one photo for all of it. Of the gate a scan would prove nothing. */
const PHOTOGRAPHED: Readonly<Record<string, { readonly onlyPictures?: boolean }>> = {
  profile: {},
  site: { onlyPictures: true },
  capacity: { onlyPictures: true },
  tax: {},
  insurance: {},
  permits: {},
  bank: {},
  'test-reports': {},
  'external-reports': {},
  machines: { onlyPictures: true },
  payroll: {},
};

interface StepPhotosProps {
  readonly of: QualificationView;
  readonly step: Step;
}
/** The photos that belong to a step: the paper that its fields stand on, or the thing itself. */
export function StepPhotos({ of, step }: StepPhotosProps) {
  const say = useSay();
  const sayIfAny = useSayIfAny();
  const [section] = step.parts.map((part) => part.section);
  const photo = section && PHOTOGRAPHED[section];
  if (!photo) return null;
  return (
    <PhotoUpload
      place={{ caseId: of.id, target: 'section', item: section }}
      label={say(`supplier.photo.${section}`)}
      hint={sayIfAny(`supplier.photo-hint.${section}`)}
      onlyPictures={photo.onlyPictures}
      readOnly={!isWritable(of, section)}
    />
  );
}

const SEEN = ['office', 'auditor', 'lists', 'buyers'];
/** What somebody agrees to: who will see what, and that buyers see nothing without another word. */
export function ConsentNote({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  return (
    <Alert icon={<Info aria-hidden />} title={say('supplier.consent.title')}>
      <List mb="sm">
        {SEEN.map((who) => (
          <List.Item key={who}>{say(`supplier.consent.${who}`)}</List.Item>
        ))}
      </List>
      <Button component={Link} to={`/sharing?case=${caseId}`} variant="default">
        {say('supplier.consent.choose')}
      </Button>
    </Alert>
  );
}
