import { foldKhmer } from './khmer.js';

/** What a cell of a table or workbook holds; dates as workbooks mark them, at midnight UTC. */
export type Cell = string | number | boolean | Date | null | undefined;

/** What was read from a cell, or the code of what is wrong with it. */
export type CellRead<T> = { readonly value: T } | { readonly wrong: string };
export const cellValue = <T>(value: T): CellRead<T> => ({ value });
const wrong = (code: string): CellRead<never> => ({ wrong: code });

const ASCII = /^[\x20-\x7e]*$/;
/** As people type it: Khmer digits are digits, and what has no width or is only space around is not there. */
export function plainText(cell: Cell): string {
  if (cell === null || cell === undefined || cell instanceof Date) return '';
  const text = String(cell);
  return (ASCII.test(text) ? text : foldKhmer(text).replaceAll('\u00a0', ' ')).trim();
}

export const isBlank = (cell: Cell): boolean => !(cell instanceof Date) && plainText(cell) === '';

/** Text stays as it was typed, also when it looks like a formula: a cell is data. */
export function readText(cell: Cell, max: number): CellRead<string> {
  const text =
    cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell ?? '')
          .normalize('NFC')
          .trim();
  if (text.length > max) return wrong('text-too-long');
  return /[\u0000-\u001f\u007f-\u009f]/.test(text) ? wrong('text-control-characters') : cellValue(text);
}

const PLAIN = /^\d+(?:[.,]\d+)?$/;
/** `1,234` is a thousand in one country and one and a bit in another. */
const TWO_READINGS = /^[1-9]\d{0,2}[.,]\d{3}$/;
const numberIn = (text: string): number => Number(text.replace(',', '.'));

/** A number of zero or more, with a decimal point or comma and no separators of thousands. */
export function readNumber(cell: Cell, max: number): CellRead<number> {
  if (typeof cell === 'number') return inRange(cell, max);
  const text = plainText(cell);
  if (!PLAIN.test(text)) return wrong('number-form');
  return TWO_READINGS.test(text) ? wrong('number-has-two-readings') : inRange(numberIn(text), max);
}
const inRange = (value: number, max: number): CellRead<number> =>
  Number.isFinite(value) && value >= 0 && value <= max ? cellValue(value) : wrong('number-out-of-range');

const RANGE = /^(?:[<≤]\s*|(\d+(?:[.,]\d+)?)\s*(?:-|–|to)\s*)?(\d+(?:[.,]\d+)?)\s*%?$/;
/** A share as safety data sheets give it: `12.5`, `12,5 %`, `5-10`, `<0.1`. The upper end counts. */
export function readPercent(cell: Cell): CellRead<number> {
  if (typeof cell === 'number') return inRange(cell, 100);
  const [whole, lower, upper] = RANGE.exec(plainText(cell).toLowerCase()) ?? [];
  if (whole === undefined || upper === undefined) return wrong('number-form');
  if (lower !== undefined && numberIn(lower) > numberIn(upper)) return wrong('range-reversed');
  return inRange(numberIn(upper), 100);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day of the calendar of 1980 to 2199: `2026-11-25`, `25/11/2026`, or what a workbook marks as a date. */
export function readDate(cell: Cell): CellRead<string> {
  if (cell instanceof Date) return realDay(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  const text = plainText(cell);
  const iso = ISO.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst
    ? realDay(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]))
    : wrong('date-form');
}

function realDay(year: number, month: number, day: number): CellRead<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!real) return wrong('date-unreal');
  return year < 1980 || year > 2199 ? wrong('date-out-of-range') : cellValue(date.toISOString().slice(0, 10));
}
