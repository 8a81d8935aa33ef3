import { encode } from "uqr";

/** Squares of white around a code (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/**
 * The squares of a QR code for `text`, as one SVG path in a box of `size` by `size`, the quiet zone around it.
 *
 * Every mask can be read (7.8): one is named, since trying all eight to find the most even one takes eight times as long
 * (0.55 ms a page instead of 0.07).
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  // The library would copy every row to put a border around it.
  const { data, size } = encode(text, { ecc: "L", border: 0, maskPattern: 3 });
  return { size: size + 2 * quietZone, path: data.map(rowPath).join("") };
}

/** A stroke for each run of dark squares in row `y`: absolute for the first, then relative. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  let end = -1;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `${end === -1 ? `M${start + quietZone} ${y + quietZone}.5` : `m${start - end} 0`}h${x + 1 - start}`;
    end = x + 1;
  }
  return path;
}

const squaresId = "page:qr";

/** A code that has been drawn: what it leads to is said in words by `label`. */
interface QrCodeProps {
  readonly code: ReturnType<typeof qrPath>;
  readonly label: string;
}

/** An address for a telephone's camera (扫码, above all WeChat's): black on white in every colour scheme, as cameras need it. */
export function QrCode({ code, label }: QrCodeProps) {
  return (
    <svg class="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <path id={squaresId} d={code.path} />
    </svg>
  );
}

/** The page's code once more, its squares borrowed from `QrCode`: they are two thirds of its bytes. */
export function QrCodeAgain({ code, label }: QrCodeProps) {
  return (
    <svg class="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <use href={`#${squaresId}`} />
    </svg>
  );
}
