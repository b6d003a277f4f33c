import { useId } from 'preact/hooks';
import { momentIn, partsIn } from '../../../calendar/moment.ts';
import type { Block, Card, Fact } from '../../../view/card.ts';
import { useApp } from './app-context.ts';
import { CardButton } from './card-button.tsx';
import { Icon } from './icons.tsx';
import type { Spot } from './model.ts';
import { Tally } from './tally.tsx';
import { clockIn, isSameDay } from './words.ts';

/** A card, block by block. All of its strings are shown as they are: nothing in them is markup. */
export function CardView({ card, spot }: { card: Card; spot: Spot }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={card.title ? id : undefined}>
      {card.title && (
        <h3 class="card-title" id={id}>
          {card.title}
        </h3>
      )}
      {card.blocks.map((block, index) => (
        // a card is replaced as a whole, so that its blocks have no names of their own
        <BlockView block={block} spot={spot} key={index} />
      ))}
    </section>
  );
}

function BlockView({ block, spot }: { block: Block; spot: Spot }) {
  const { words } = useApp();
  switch (block.kind) {
    case 'text':
      return <p class={block.quiet ? 'card-text quiet' : 'card-text'}>{block.text}</p>;
    case 'quote':
      return (
        <figure class="quote">
          <blockquote>{block.text}</blockquote>
          <figcaption>
            <Icon name="book" size={16} />
            <span>
              <span class="unseen">{words.card.source} </span>
              {block.source.line}
            </span>
          </figcaption>
        </figure>
      );
    case 'tally':
      return <Tally block={block} spot={spot} />;
    case 'facts':
      return (
        <dl class="facts">
          {block.rows.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                <FactValue fact={fact} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul class="card-list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'buttons':
      return (
        <div class="buttons">
          {block.buttons.map((button) => (
            <CardButton button={button} spot={spot} key={button.label} />
          ))}
        </div>
      );
  }
}

/** A moment in the reader's zone; the end of the same day only by its time. */
function FactValue({ fact }: { fact: Fact }) {
  const { state, model, words } = useApp();
  if ('text' in fact) return <>{fact.text}</>;
  const { at, until } = fact;
  const { zone, clock } = state;
  const moment = (when: number): string => momentIn(model.language, when, zone, clock.now);
  const start = <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>;
  if (until === undefined) return start;
  const isOneDay = isSameDay(at, until, zone) && partsIn(at, zone).year === partsIn(until, zone).year;
  return (
    <>
      {start} {words.card.to}{' '}
      <time dateTime={new Date(until).toISOString()}>{isOneDay ? clockIn(until, zone) : moment(until)}</time>
    </>
  );
}
