import { addMonths, endOfLocalDay, localDate } from '../calendar.js';
import { finding, nothingDeclared, resultOf, type Finding } from './findings.js';
import type { RuleResult } from './result.js';

/** One analyte of a laboratory's report; `result` and `limit` are in the same unit. */
export interface TestReport {
  readonly lab: string;
  /** The laboratory's ISO/IEC 17025 accreditation number. */
  readonly accreditationNumber?: string;
  /** Local date of the report. */
  readonly date: string;
  readonly method: string;
  readonly analyte: string;
  readonly result: number;
  readonly limit: number;
  readonly unit: string;
}

const MONTHS = 12;
const endOf = ({ date }: TestReport): string => addMonths(endOfLocalDay(date), MONTHS);

function problems(report: TestReport, index: number, at: string): readonly Finding[] {
  const { result, limit, date, accreditationNumber } = report;
  return [
    ...(result > limit ? [finding('FAIL', 'result-above-limit', { index, result, limit })] : []),
    ...(accreditationNumber ? [] : [finding('FAIL', 'lab-not-accredited', { index })]),
    ...(date > localDate(at) ? [finding('FAIL', 'report-in-future', { index, date })] : []),
    ...(endOf(report) < at ? [finding('FAIL', 'report-too-old', { index, date })] : []),
  ];
}

const sameTest = (a: TestReport, b: TestReport): boolean => a.analyte === b.analyte && a.method === b.method;

/**
 * Test reports (domain 4, row 14): each result is within its limit, the report no older than twelve months, the
 * laboratory accredited to ISO/IEC 17025. The latest report of a method and analyte counts: an old one beside it does
 * no harm. Good until the first of them is twelve months old.
 */
export function checkTestReports(input: {
  readonly reports: readonly TestReport[];
  readonly at: string;
}): RuleResult {
  const { reports, at } = input;
  if (reports.length === 0) return nothingDeclared('test-reports-missing');
  const latest = reports
    .map((report, index) => ({ report, index }))
    .filter(({ report, index }) =>
      reports.every(
        (other, at_) =>
          !sameTest(other, report) ||
          other.date < report.date ||
          (other.date === report.date && at_ <= index),
      ),
    );
  const [expiresAt] = latest.map(({ report }) => endOf(report)).sort();
  return resultOf(
    latest.flatMap(({ report, index }) => problems(report, index, at)),
    expiresAt,
  );
}
