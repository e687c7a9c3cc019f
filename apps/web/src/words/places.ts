import { PROVINCES } from '#domain';

/** A province in Khmer for who reads it, else as it is written abroad. */
export function provinceName(iso: string, language: string): string {
  const found = PROVINCES.find((one) => one.iso === iso);
  return (language === 'km' ? found?.nameKm : found?.nameEn) ?? iso;
}
