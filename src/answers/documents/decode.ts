import { DocumentError } from './faults.ts';

/**
 * The words of a text file, whichever of the usual encodings it has. `said`: the encoding that it says it has.
 *
 * @throws DocumentError `binary`
 */
export function decoded(file: string, bytes: Uint8Array, said?: string): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return strict(file, 'utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strict(file, 'utf-16be', bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return strict(file, 'utf-8', bytes);
  const wide = wideIn(bytes);
  if (wide) return strict(file, wide, bytes);
  const text = tried('utf-8', bytes) ?? (said && tried(said, bytes)) ?? strict(file, 'gb18030', bytes);
  if (!isReadable(text)) throw new DocumentError({ code: 'binary', file });
  return text;
}

function tried(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function strict(file: string, encoding: string, bytes: Uint8Array): string {
  const text = tried(encoding, bytes);
  if (text === undefined || !isReadable(text)) throw new DocumentError({ code: 'binary', file });
  return text;
}

/** UTF-16 without its mark: a byte is zero, which no other encoding of text has, and its characters are usual ones. */
function wideIn(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const some = bytes.subarray(0, 4096);
  return (['utf-16le', 'utf-16be'] as const).find((it) => {
    const text = new TextDecoder(it).decode(some);
    return (text.match(USUAL)?.length ?? 0) > text.length * 0.8;
  });
}
const USUAL = /[\t\n\r\x20-\x7e\u2010-\u2026\u3000-\u301f\u4e00-\u9fff\uff01-\uff60]/g;

/** Control characters, and what no encoding gives to a character, are rare in a text. */
function isReadable(text: string): boolean {
  const odd = text.match(/[\p{Cc}\p{Cn}\p{Co}\ufffd]/gu)?.filter((it) => !/[\t\n\r\f]/.test(it)) ?? [];
  return odd.length <= text.length / 200 && !text.includes('\0');
}
