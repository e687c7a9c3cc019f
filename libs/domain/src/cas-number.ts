const FORM = /^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]$/;

/**
 * Whether this is a CAS Registry Number: two to seven digits, two digits and a check digit, which is the sum of the other
 * digits, counted from the right, times 1, 2, 3 and so on, modulo 10. Source: Chemical Abstracts Service.
 */
export function isCasNumber(text: string): boolean {
  if (!FORM.test(text)) return false;
  const digits = [...text.replaceAll('-', '')].map(Number).reverse();
  const [check, ...others] = digits;
  return others.reduce((sum, digit, at) => sum + digit * (at + 1), 0) % 10 === check;
}
