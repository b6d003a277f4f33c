/** Ends a sentence, whatever quotes and brackets close after it. */
const SENTENCE_END = /[。！？!?…](?:[”’」』）)》〉】"'\]]*)$|[A-Za-z0-9)\]"'%][.](?:["')\]]*)$/;
/** Ends a part of one, after which a new line begins. */
const PART_END = /[；;：:](?:[”’」』）)》〉】"'\]]*)$/;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);
export const endsPart = (text: string): boolean => SENTENCE_END.test(text) || PART_END.test(text);

/** It is more than a heading: there is a full stop inside it. */
export const isProse = (text: string): boolean => /[。！？；].|[a-z)][.!?]["')\]]? +[A-Z]/.test(text);

const ITEM =
  /^(?:[-*+•·●○■◆◇▪►➢※]\s*(?=\S)|\d{1,3}(?:[.．](?!\d)|[、)）])\s*|[（(]\d{1,3}[)）]\s*|[①-⑳]\s*|[a-z][.)]\s+)/;

export const isMarkedItem = (text: string): boolean => ITEM.test(text);

const HAN = /\p{Script=Han}/u;
/** Columns on a screen: two for a Chinese character or mark, one for any other. */
export function widthOf(text: string): number {
  let width = 0;
  for (const it of text) width += HAN.test(it) || /[\u3000-\u303f\uff01-\uff60“”‘’—…]/.test(it) ? 2 : 1;
  return width;
}

/** Both sides of a break are Latin, so a space stands between them. */
export const needsSpace = (before: string, after: string): boolean =>
  /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after);
