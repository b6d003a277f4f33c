/** More questions than these in one message are not taken apart. */
const MOST = 4;
const LEAST_CHARACTERS = 4;
/** A piece of a message with what ends it. */
const PIECE = /([^?？;；\n]+)([?？]*)[;；\n]*/g;
const ASKS =
  /[吗呢么]$|什么|啥|多少|几|哪|谁|怎|如何|为何|是否|有没有|能不能|\b(?:how|what|when|where|who|which|why|is|are|do|does|did|can)\b/i;

/** The questions of one message, remarks around them left out; only the whole of it when it is one. */
export function questionsIn(message: string): string[] {
  const parts: string[] = [];
  let pieces = 0;
  for (const [, piece = '', mark = ''] of message.matchAll(PIECE)) {
    const line = piece.trim();
    if (line.length < LEAST_CHARACTERS) continue;
    pieces += 1;
    if (mark !== '' || ASKS.test(line)) parts.push(line);
  }
  return parts.length < 2 || pieces > MOST ? [message] : parts;
}
