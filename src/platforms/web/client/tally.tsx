import { useState } from 'preact/hooks';
import type { Block, Press, TallyRow } from '../../../view/card.ts';
import { useApp } from './app-context.ts';
import type { Spot } from './model.ts';

type TallyBlock = Extract<Block, { kind: 'tally' }>;

/** Options as bars with how often each was chosen; where one can vote, the whole row is the button. */
export function Tally({ block, spot }: { block: TallyBlock; spot: Spot }) {
  const { doing } = useApp();
  const [working, setWorking] = useState('');
  const most = Math.max(1, ...block.rows.map(({ count }) => count));
  async function vote(label: string, press: Press): Promise<void> {
    if (working) return;
    setWorking(label);
    await doing.press(press, spot);
    setWorking('');
  }
  return (
    <div class="tally">
      <ul>
        {block.rows.map((row) => {
          const { press } = row;
          const leads = row.count === most && row.count > 0;
          const bar = <Bar row={row} people={block.people} leads={leads} votes={press !== undefined} />;
          return (
            <li key={row.label}>
              {press ? (
                <button
                  type="button"
                  class={working === row.label ? 'row working' : 'row'}
                  aria-disabled={working !== ''}
                  onClick={() => void vote(row.label, press)}
                >
                  {bar}
                </button>
              ) : (
                <div class="row">{bar}</div>
              )}
            </li>
          );
        })}
      </ul>
      <p class="quiet">{block.caption}</p>
    </div>
  );
}

function Bar({
  row,
  people,
  leads,
  votes,
}: {
  row: TallyRow;
  people: number;
  leads: boolean;
  votes: boolean;
}) {
  const { words } = useApp();
  const share = people === 0 ? 0 : Math.round((row.count / people) * 100);
  const said = words.card.tally(row.label, row.count, share);
  return (
    <>
      <span class="unseen">{votes ? `${words.card.vote(row.label)} · ${said}` : said}</span>
      <span class="bar-line" aria-hidden="true">
        {votes && <span class="dot" />}
        <span class="label">{row.label}</span>
        <span class="figure">
          {words.card.votes(row.count)} · {share}%
        </span>
      </span>
      <span class={leads ? 'bar leads' : 'bar'} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </>
  );
}
