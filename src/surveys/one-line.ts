/** Quotes people type, each opening one with what closes it. */
const QUOTES: { readonly [open: string]: string } = {
  '"': '"',
  '“': '”',
  '”': '”', // some keyboards give two closing ones
  '„': '”',
  '‘': '’',
  "'": "'",
  '「': '」',
  '『': '』',
  '«': '»',
  '《': '》',
  '＂': '＂',
};

/**
 * The title and options of `"去哪里" "香山" "颐和园"`: quoted parts, in any quotes, or else lines, or else parts between
 * blanks. What stands outside the quotes is lost to nobody: with quotes it must be blanks or commas, otherwise the
 * whole is read as unquoted.
 */
export function readPoll(text: string): { title: string; options: string[] } {
  const parts = quoted(text) ?? unquoted(text);
  return { title: parts[0] ?? '', options: parts.slice(1) };
}

function quoted(text: string): string[] | undefined {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const close = QUOTES[rest.charAt(0)];
    if (close === undefined) return undefined;
    const end = rest.indexOf(close, 1);
    if (end < 0) return undefined;
    parts.push(rest.slice(1, end).trim());
    rest = rest.slice(end + 1).replace(/^[\s,，、;；]+/, '');
  }
  return parts.length > 0 ? parts : undefined;
}

function unquoted(text: string): string[] {
  const lines = text.split('\n').map((it) => it.trim());
  const parts = lines.filter((it) => it !== '').length > 2 ? lines : text.split(/\s+/);
  return parts.map((it) => it.trim()).filter((it) => it !== '');
}
