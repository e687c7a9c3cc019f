import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Unbroken } from '../ui/unbroken.js';
import type { AuditPack } from './pack.js';
import './auditor.css';

/** Back to the audit that a page belongs to, by its firm and its number. */
export const CaseLink = ({ of: { id, supplier, caseNumber } }: { readonly of: AuditPack['view'] }) => (
  <Text>
    <Link to="/qualifications/$id" params={{ id }} className="card-link">
      <span>
        {supplier.name} · <Unbroken>{caseNumber}</Unbroken>
      </span>
    </Link>
  </Text>
);
