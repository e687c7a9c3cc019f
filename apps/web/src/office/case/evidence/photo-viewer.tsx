import Lightbox from 'yet-another-react-lightbox';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/styles.css';
import { useSay } from '../../../words/words.js';

interface PhotoViewerProps {
  readonly photos: readonly { readonly src: string; readonly alt: string }[];
  readonly index: number;
  readonly onClose: () => void;
}
/** Photos over the whole screen, to be looked at closely. */
export function PhotoViewer({ photos, index, onClose }: PhotoViewerProps) {
  const say = useSay();
  return (
    <Lightbox
      open
      index={index}
      close={onClose}
      slides={[...photos]}
      plugins={[Zoom]}
      carousel={{ finite: true }}
      animation={{ fade: 0, swipe: 150 }}
      labels={{
        Previous: say('office.photo.previous'),
        Next: say('office.photo.next'),
        Close: say('office.photo.close'),
        'Zoom in': say('office.photo.larger'),
        'Zoom out': say('office.photo.smaller'),
        Lightbox: say('office.photo.viewer'),
        Carousel: say('office.photo.viewer'),
        Slide: say('office.photo.photo'),
        '{index} of {total}': '{index} / {total}',
      }}
    />
  );
}
