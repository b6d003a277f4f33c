/** A piece of normalised text: one Han character, two neighbours, a Latin word's stem, or a number. */
export type Token = { text: string; kind: 'char' | 'pair' | 'word' | 'number'; at: number; end: number };

const PIECES = /\p{Script=Han}|\d+(?:\.\d+)?%?|[a-z]+(?:'[a-z]+)?/gu;
const HAN = /^\p{Script=Han}$/u;

/**
 * The tokens of normalised text in its order. A pair is made of neighbours without anything between them, a number
 * being one neighbour: 157个 gives 157, 个 and 157个. `at` and `end` are offsets in the text.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (const found of text.matchAll(PIECES)) {
    const piece = found[0];
    const at = found.index;
    const end = at + piece.length;
    const kind = HAN.test(piece) ? 'char' : /^\d/.test(piece) ? 'number' : 'word';
    const token: Token = { text: kind === 'word' ? stem(piece) : piece, kind, at, end };
    tokens.push(token);
    if (before && before.end === at && kind !== 'word' && before.kind !== 'word') {
      tokens.push({ text: before.text + token.text, kind: 'pair', at: before.at, end });
    }
    before = token;
  }
  return tokens;
}

/** A rough stem of an English word, so that workers, worker's and worker are one. */
export function stem(word: string): string {
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
