import { renderSVG } from 'uqr';

/** Light modules around the code: as many as readers are promised (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A text as a QR code, an SVG without a size of its own; it is read with up to 15 % of it spoilt. */
export const qrCode = (text: string): string => renderSVG(text, { ecc: 'M', border: QUIET_ZONE });
