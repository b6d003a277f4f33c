/** A piece of normalised text: one Han character, two neighbours, a Latin word's stem, or a number. */
export type Token = { text: string; kind: 'char' | 'pair' | 'word' | 'number'; at: number; end: number };

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

/** Decides by the code, as most of a text is common characters: an expression for each costs many times more. */
function tokenAt(text: string, at: number): Token | undefined {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return { text: text.charAt(at), kind: 'char', at, end: at + 1 };
  if (isLetter(code)) {
    const end = endOfWord(text, at);
    return { text: stem(text.slice(at, end)), kind: 'word', at, end };
  }
  if (isDigit(code)) {
    const end = endOfNumber(text, at);
    return { text: text.slice(at, end), kind: 'number', at, end };
  }
  if (code < 0x2e80 || NO_HAN.has(code)) return undefined;
  const rare = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return HAN.test(rare) ? { text: rare, kind: 'char', at, end: at + rare.length } : undefined;
}

/** Chinese marks that every text has. */
const NO_HAN = new Set([...'、。《》〈〉「」『』【】'].map((it) => it.charCodeAt(0)));
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Where a run of such characters ends. Never looks beyond the text: that would cost compiled code its speed. */
function endOfRun(text: string, from: number, belongs: (code: number) => boolean): number {
  let end = from;
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1;
  return end;
}

/** `workers` or `worker's`. */
function endOfWord(text: string, at: number): number {
  const end = endOfRun(text, at, isLetter);
  if (end >= text.length || text.charCodeAt(end) !== 0x27) return end;
  const after = endOfRun(text, end + 1, isLetter);
  return after === end + 1 ? end : after;
}

/** `12`, `1.5` or `80%`. */
function endOfNumber(text: string, at: number): number {
  let end = endOfRun(text, at, isDigit);
  if (end < text.length && text.charCodeAt(end) === 0x2e) {
    const after = endOfRun(text, end + 1, isDigit);
    if (after > end + 1) end = after;
  }
  return end < text.length && text.charCodeAt(end) === 0x25 ? end + 1 : end;
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
