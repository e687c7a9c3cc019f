import { VisuallyHidden } from '@mantine/core';
import { Download } from 'lucide-react';

interface CsvLinkProps {
  readonly href: string;
  readonly text: string;
  /** What it is a table of, for whoever hears the link without what is around it. */
  readonly of: string;
}
/** A table to keep: the API makes it, the browser saves it. */
export const CsvLink = ({ href, text, of }: CsvLinkProps) => (
  <a href={href} download className="figure-csv">
    <Download aria-hidden size={18} /> {text}
    <VisuallyHidden>: {of}</VisuallyHidden>
  </a>
);
