/** More questions than these in one message are not taken apart. */
const MOST = 4;
const LEAST_CHARACTERS = 4;
const BREAK = /[?？;；\n]+/;

/** The questions of one message; only itself when it is one. */
export function questionsIn(message: string): string[] {
  const parts = message
    .split(BREAK)
    .map((it) => it.trim())
    .filter((it) => it.length >= LEAST_CHARACTERS);
  return parts.length < 2 || parts.length > MOST ? [message] : parts;
}
