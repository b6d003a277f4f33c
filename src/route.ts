import type { Handler } from './handler.ts';
import type { Did } from './platforms/port.ts';

export type Routed = { readonly handler: Handler; readonly input: unknown };

/**
 * Finds the handler of an act and its input, still unchecked. A message and an unknown word after `/gongyou` are a
 * question; a bare `/gongyou` asks for help.
 */
export function createRoute(handlers: readonly Handler[]): (did: Did) => Routed | undefined {
  const byName = new Map(handlers.map((it) => [it.name, it]));
  const byWord = new Map(handlers.flatMap((it) => (it.words ?? []).map((word) => [word, it] as const)));
  const named = (name: string, input: unknown): Routed | undefined => {
    const found = byName.get(name);
    return found && { handler: found, input };
  };

  function command(text: string): Routed | undefined {
    const [, word = '', rest = ''] =
      /^\s*([^\s"“”「」『』‘’:：,，。]*)[\s:：,，。]*([\s\S]*)$/.exec(text) ?? [];
    const found = byWord.get(word.toLowerCase());
    if (found) return { handler: found, input: found.read?.(rest.trim()) ?? {} };
    if (text.trim() === '') return named('help', {});
    return named('ask', { question: text.trim() });
  }

  return (did) => {
    switch (did.kind) {
      case 'message':
        return named('ask', { question: did.text.trim() });
      case 'command':
        return command(did.text);
      case 'press':
        return named(did.act, did.input);
      case 'send':
        return named(did.act, { ...asObject(did.input), ...did.filled });
      case 'home':
        return named('home', {});
    }
  };
}

/** The input of a button, or nothing where it is no object. */
export const asObject = (input: unknown): object =>
  typeof input === 'object' && input !== null ? input : {};
