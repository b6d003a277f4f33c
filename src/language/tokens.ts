/** A piece of normalised text: one Han character, two neighbours, a Latin word's stem, or a number. */
export type Token = { text: string; kind: 'char' | 'pair' | 'word' | 'number'; at: number; end: number };

/** What begins with a digit or a Latin letter. Sticky: read from where it begins. */
const NUMBER = /\d+(?:\.\d+)?%?/y;
const WORD = /[a-z]+(?:'[a-z]+)?/y;
const HAN = /^\p{Script=Han}$/u;

/**
 * The tokens of normalised text in its order. A pair is made of neighbours without anything between them, a number
 * being one neighbour: 157个 gives 157, 个 and 157个. `at` and `end` are offsets in the text.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (!token) {
      at += 1;
      continue;
    }
    at = token.end;
    tokens.push(token);
    if (before && before.end === token.at && token.kind !== 'word' && before.kind !== 'word') {
      tokens.push({ text: before.text + token.text, kind: 'pair', at: before.at, end: at });
    }
    before = token;
  }
  return tokens;
}

/** Decides by the code first, as most of a text is common characters: an expression for each costs many times more. */
function tokenAt(text: string, at: number): Token | undefined {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return { text: text.charAt(at), kind: 'char', at, end: at + 1 };
  if (code >= 0x61 && code <= 0x7a) {
    const word = pieceAt(WORD, text, at);
    return { text: stem(word), kind: 'word', at, end: at + word.length };
  }
  if (code >= 0x30 && code <= 0x39) {
    const number = pieceAt(NUMBER, text, at);
    return { text: number, kind: 'number', at, end: at + number.length };
  }
  if (code < 0x2e80) return undefined;
  const rare = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return HAN.test(rare) ? { text: rare, kind: 'char', at, end: at + rare.length } : undefined;
}

function pieceAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Stems already worked out; emptied when full, so that what people type does not pile up. */
const stems = new Map<string, string>();
const MOST_STEMS = 10_000;

/** A rough stem of an English word, so that workers, worker's and worker are one. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const found = stemAnew(word);
  stems.set(word, found);
  return found;
}

function stemAnew(word: string): string {
  let it = word.replace(/'s?$|'[a-z]+$/, '');
  if (it.length > 4)
    it = it
      .replace(/ies$/, 'y')
      .replace(/(ss|x|ch|sh)es$/, '$1')
      .replace(/([^s])s$/, '$1');
  else if (it.length === 4) it = it.replace(/([^s])s$/, '$1');
  if (it.length > 4) it = it.replace(/(?<=..)(?:ing|ed)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  it = it
    .replace(/isation|ization/, 'iz')
    .replace(/(?<=.{4})is(?:e|at)?$/, 'iz')
    .replace(/our(?=.|$)/, 'or')
    .replace(/centre/, 'center');
  return it.length > 4 ? it.replace(/e$/, '') : it;
}
