import { useEffect, useRef, useState } from 'preact/hooks';
import type { Button } from '../../../view/card.ts';
import { useApp } from './app-context.ts';
import type { Spot } from './model.ts';

/** A card's button; it asks first where the card wants that, and waits for its answer before it takes a second press. */
export function CardButton({ button, spot }: { button: Button; spot: Spot }) {
  const { doing, words } = useApp();
  const [isWorking, setWorking] = useState(false);
  const [isAsking, setAsking] = useState(false);
  async function press(): Promise<void> {
    setAsking(false);
    if (isWorking) return;
    setWorking(true);
    await doing.press(button.press, spot);
    setWorking(false);
  }
  return (
    <>
      <button
        type="button"
        class={`card-button ${button.tone ?? ''}`}
        aria-disabled={isWorking}
        onClick={() => (button.confirm ? setAsking(true) : void press())}
      >
        {button.label}
        {isWorking && <span class="unseen">{words.card.working}</span>}
      </button>
      {isAsking && button.confirm && (
        <Confirm
          ask={button.confirm}
          tone={button.tone === 'danger' ? 'danger' : 'primary'}
          yes={() => void press()}
          no={() => setAsking(false)}
        />
      )}
    </>
  );
}

type Asking = {
  readonly ask: { readonly text: string; readonly yes: string; readonly no: string };
  readonly tone: 'primary' | 'danger';
  readonly yes: () => void;
  readonly no: () => void;
};

function Confirm({ ask, tone, yes, no }: Asking) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="confirm" ref={dialog} aria-label={ask.text} onClose={no}>
      <p>{ask.text}</p>
      <div class="dialog-buttons">
        <button type="button" class="card-button" onClick={() => dialog.current?.close()}>
          {ask.no}
        </button>
        <button type="button" class={`card-button ${tone}`} onClick={yes}>
          {ask.yes}
        </button>
      </div>
    </dialog>
  );
}
