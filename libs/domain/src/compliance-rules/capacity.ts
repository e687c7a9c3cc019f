import { finding, nothingDeclared, resultOf } from './findings.js';
import type { RuleResult } from './result.js';

/** Machines of one type: how many, and how many units of the declared capacity one makes in an hour. */
export interface MachineGroup {
  readonly type: string;
  readonly count: number;
  readonly unitsPerHour: number;
}

const HIDDEN_SUBCONTRACT_RATIO = 1.2;

/**
 * Capacity plausibility (domain 4, row 17): the output that is declared for a month against machines x hours x rate. More
 * than 1.2 times what the machines can make is a sign of subcontracting that nobody told of: a warning.
 * @param input.hoursPerMonth hours that the machines run in a month
 * @param input.monthlyCapacity the declared output, in the same unit as the rates
 */
export function checkCapacity(input: {
  readonly machines: readonly MachineGroup[];
  readonly hoursPerMonth?: number | undefined;
  readonly monthlyCapacity?: number | undefined;
}): RuleResult {
  const { machines, hoursPerMonth, monthlyCapacity } = input;
  if (machines.length === 0 || hoursPerMonth === undefined) return nothingDeclared('machines-missing');
  if (monthlyCapacity === undefined) return nothingDeclared('declared-output-missing');
  const possible =
    machines.reduce((sum, { count, unitsPerHour }) => sum + count * unitsPerHour, 0) * hoursPerMonth;
  if (possible <= 0) return resultOf([finding('WARN', 'machines-make-nothing')]);
  const ratio = Math.round((monthlyCapacity / possible) * 100) / 100;
  const params = { declared: monthlyCapacity, possible: Math.round(possible), ratio };
  return monthlyCapacity / possible > HIDDEN_SUBCONTRACT_RATIO
    ? resultOf([finding('WARN', 'hidden-subcontract', params)])
    : resultOf([finding('PASS', 'capacity-plausible', params)]);
}
