import type { Card } from '../../../view/card.ts';
import type { Shown } from '../wire.ts';
import type { Model, Spot } from './model.ts';

/**
 * What an act gave to show, as a change of the model: a card for the asker's eyes where it was asked, in place of
 * the passing card that was pressed, a form over the page, what is wrong in it, or the home page.
 *
 * @param id for a new passing card
 */
export function afterShown(model: Model, shown: Shown, spot: Spot, id: string): Partial<Model> {
  switch (shown.kind) {
    case 'nothing':
      return {};
    case 'asker':
      return withPassing(model, shown.card, spot, id);
    case 'form':
      return { form: { form: shown.form, spot, wrong: {} } };
    case 'fields':
      return model.form ? { form: { ...model.form, wrong: shown.wrong } } : {};
    case 'home':
      return { home: shown.card };
    case 'card': {
      const { card } = shown;
      if (!spot.passing) return spot.channel ? withPassing(model, card, spot, id) : { home: card };
      return { passing: model.passing.map((it) => (it.id === spot.passing ? { ...it, card } : it)) };
    }
  }
}

function withPassing(model: Model, card: Card, { channel, thread }: Spot, id: string): Partial<Model> {
  const at = model.state?.clock.now ?? Date.now();
  const place = { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) };
  const there = model.loaded[channel ?? '']?.messages.filter(
    (it) => it.thread === thread || it.id === thread,
  );
  const after = there?.at(-1)?.id ?? '';
  return { passing: [...model.passing, { id, ...place, card, at, after }] };
}
