import type { ConfirmationDialog, KnownBlock, PlainTextElement, Button as SlackButton } from '@slack/types';
import { z } from 'zod';
import type { Json } from '../../json.ts';
import type { Texts } from '../../texts/index.ts';
import type { Button, Press } from '../../view/card.ts';
import { LIMITS } from './limits.ts';
import { PRESS } from './needs.ts';
import { cut, split } from './split.ts';

/** Text in which nothing is read as markup, not even `:smile:`. */
export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

const Carried = z.object({ a: z.string(), i: z.json() });

/**
 * What a button carries: the handler's name and its input.
 *
 * @throws RangeError when it is too long for Slack
 */
export function carry({ act, input }: Press): string {
  const value = JSON.stringify({ a: act, i: input });
  if (value.length > LIMITS.button.value)
    throw new RangeError(
      `the button ${act} carries ${value.length} characters: at most ${LIMITS.button.value}`,
    );
  return value;
}

/** What a button carried; `undefined` where it is none of ours. */
export function carried(value: string): Press | undefined {
  try {
    const read = Carried.safeParse(JSON.parse(value));
    return read.success ? { act: read.data.a, input: read.data.i as Json } : undefined;
  } catch {
    return undefined;
  }
}

/** `nth`: tells the buttons of one block apart. */
export function button(made: Button, nth: number, words: Texts['slack']): SlackButton {
  const { label, press, tone, confirm } = made;
  return {
    type: 'button',
    action_id: `${PRESS}${nth}`,
    text: plain(cut(label, LIMITS.button.text) || '…'),
    value: carry(press),
    ...(tone ? { style: tone } : {}),
    ...(confirm ? { confirm: dialog(confirm, tone, words) } : {}),
  };
}

/** Rows of buttons. A label that is too long for a button is said in full above them. */
export function actions(buttons: readonly Button[], words: Texts['slack']): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.actions) {
    const row = buttons.slice(from, from + LIMITS.actions);
    for (const { label } of row.filter((it) => it.label.trim().length > LIMITS.button.text))
      for (const part of split(words.wholeLabel({ label }), LIMITS.context))
        blocks.push({ type: 'context', elements: [plain(part)] });
    blocks.push({ type: 'actions', elements: row.map((it, nth) => button(it, nth, words)) });
  }
  return blocks;
}

function dialog(
  { text, yes, no }: NonNullable<Button['confirm']>,
  tone: Button['tone'],
  words: Texts['slack'],
): ConfirmationDialog {
  return {
    title: plain(cut(words.sure, LIMITS.confirm.title)),
    text: plain(cut(text, LIMITS.confirm.text) || words.sure),
    confirm: plain(cut(yes, LIMITS.confirm.button) || words.sure),
    deny: plain(cut(no, LIMITS.confirm.button) || words.close),
    ...(tone ? { style: tone } : {}),
  };
}
