import '../../ui/more-styles.js';
import type { LotPlanView } from '#client';
import { Table, Text } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { isWithin, planRows, type Found, type PlanRow } from './plan-rows.js';
import './pilots.css';

interface PlanProps {
  readonly plan: LotPlanView;
  readonly found?: Found | null;
}
/** The sampling plan of a lot, drawn: for each class how many units are looked at, what is accepted and what is not. */
export function Plan({ plan, found }: PlanProps) {
  const say = useSay();
  const rows = planRows(plan, found);
  return (
    <>
      <div className="wide-table" tabIndex={0} role="region" aria-label={say('buyer.plan.title')}>
        <Table withTableBorder className="plan">
          <Table.Thead>
            <Table.Tr>
              {['class', 'n', 'ac', 're', ...(found ? ['found'] : [])].map((name) => (
                <Table.Th key={name} scope="col">
                  {say(`buyer.plan.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <PlanLine key={row.name} of={row} counted={Boolean(found)} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="var(--frame-quiet)">
        {say('buyer.plan.signs')}
        <br />
        {say('buyer.plan.level', {
          level: plan.level,
          inspection: say(`buyer.inspection.${plan.inspection}`),
        })}
      </Text>
    </>
  );
}

function PlanLine({ of, counted }: { readonly of: PlanRow; readonly counted: boolean }) {
  const say = useSay();
  const { number } = useForms();
  const within = isWithin(of);
  const Icon = within ? CircleCheck : CircleX;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {say(`buyer.defect.${of.name}`)}
        {of.aql && <Text size="sm">AQL {of.aql}</Text>}
        <Drawn of={of} />
      </Table.Th>
      <Table.Td>{number(of.inspect)}</Table.Td>
      <Table.Td>{number(of.ac)}</Table.Td>
      <Table.Td>{number(of.re)}</Table.Td>
      {counted && (
        <Table.Td>
          <span className="due" data-within={within}>
            <Icon aria-hidden size={16} /> {number(of.found ?? 0)}{' '}
            {say(within ? 'buyer.plan.within' : 'buyer.plan.beyond')}
          </span>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const BOX = 10;
const STEP = 13;
/** A box for each defect that is accepted, and a crossed one for the first that is not; filled as far as was found. */
function Drawn({ of: { ac, re, found = 0 } }: { readonly of: PlanRow }) {
  const boxes = Array.from({ length: re }, (_, nth) => nth);
  return (
    <svg
      width={re * STEP}
      height={BOX + 4}
      viewBox={`0 0 ${re * STEP} ${BOX + 4}`}
      aria-hidden
      className="plan-drawn"
    >
      {boxes.map((nth) => (
        <g key={nth} transform={`translate(${nth * STEP + 1} 2)`}>
          <rect width={BOX} height={BOX} data-accepts={nth < ac} data-filled={nth < found} />
          {nth >= ac && <path d={`M0 0 L${BOX} ${BOX} M${BOX} 0 L0 ${BOX}`} />}
        </g>
      ))}
    </svg>
  );
}
