/** Keeps a character from joining the next, and is not seen. */
const JOINER = '\u2060';

/**
 * A text that stays as it was typed where Slack reads its markup: no mention, no date, no link, no emoji. Needed
 * for the top-level text of a message alone; blocks hold plain text and rich text, where nothing is read as markup.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping (2026-11)
 */
export function inert(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', `:${JOINER}//`)
    .replace(/@(?=channel\b|here\b|everyone\b)/gi, `@${JOINER}`)
    .replace(/:(?=[\w+'-]+:)/g, `:${JOINER}`)
    .replace(/[*_~`]/g, (mark) => `${JOINER}${mark}${JOINER}`);
}

/**
 * What was typed, out of how Slack writes it: `<@U…>`, `<#C…|name>`, `<url|label>`, `&amp;`.
 *
 * @param nameOf the name of a person's id
 */
export function typed(text: string, nameOf: (person: string) => string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readable(inside, nameOf))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The ids of the people who are mentioned. */
export const mentioned = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = '']) => id)),
];

/** The text without mentions of this person, and without the comma or colon after one. */
export const without = (text: string, person: string): string =>
  text.replace(new RegExp(`<@${person}(?:\\|[^<>]*)?>[\\s,，:：]*`, 'g'), ' ').trim();

function readable(inside: string, nameOf: (person: string) => string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) return `@${label || nameOf(target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).replace(/\^.*/, '')}`;
  return label || target.replace(/^mailto:/, '');
}
