const colours = process.stdout.isTTY === true && !process.env['NO_COLOR'];
const paint =
  (code: number) =>
  (text: string): string =>
    colours ? `\x1b[${code}m${text}\x1b[0m` : text;

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);

/** Lines of at most `width` characters, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export const width = (): number => Math.min(Math.max(process.stdout.columns ?? 120, 80), 140);

/** Rows as aligned columns; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => String(row[i]).length)));
  const cell = (value: string | number, i: number): string =>
    typeof value === 'number' ? String(value).padStart(widths[i] ?? 0) : value.padEnd(widths[i] ?? 0);
  const numeric = (i: number): boolean => typeof rows[0]?.[i] === 'number';
  const title = head.map((text, i) => (numeric(i) ? text.padStart(widths[i] ?? 0) : cell(text, i)));
  return [bold(title.join('  ').trimEnd()), ...rows.map((row) => row.map(cell).join('  ').trimEnd())].map(
    (line) => `  ${line}`,
  );
}

export const heading = (text: string): void => console.log(`\n${bold(text)}`);
export const print = (lines: readonly string[]): void => lines.forEach((line) => console.log(line));
