import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type Props = {
  /** What the button does, for a screen reader, after what is written on it. */
  readonly label: string;
  readonly button: ComponentChildren;
  readonly kind: string;
  readonly children: (close: () => void) => ComponentChildren;
};

/** A button that opens a small panel; Escape, a click elsewhere or leaving it by Tab closes it. */
export function Popover({ label, button, kind, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from the controls within
    <div class={`popover ${kind}`} ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="opener"
        ref={opener}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
        <span class="unseen">{label}</span>
      </button>
      {isOpen && <div class="panel">{children(close)}</div>}
    </div>
  );
}
