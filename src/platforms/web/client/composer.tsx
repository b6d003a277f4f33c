import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';

/** Most characters of a message. */
const MOST = 4000;
const MENTION = /@(工友|gongyou)/i;

type Props = {
  readonly channel: string;
  readonly thread?: string;
  readonly direct: boolean;
  /** The bot is in this thread, so that what is written is likely meant for it. */
  readonly asks?: boolean;
  readonly label: string;
  readonly placeholder: string;
};

/** Where one writes. Enter sends, but not while an input method is still putting characters together. */
export function Composer({ channel, thread, direct, asks, label, placeholder }: Props) {
  const { doing, words } = useApp();
  const mention = `@${words.bot.name} `;
  const [text, setText] = useState(asks ? mention : '');
  const area = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > MOST;
  const isEmpty = text.trim() === '' || text.trim() === mention.trim();

  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 180)}px`;
  }, [text]);

  function send(): void {
    if (isEmpty || isTooLong) return;
    setText(asks ? mention : '');
    area.current?.focus();
    void doing.say(thread ? { channel, thread } : { channel }, text.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    // 229: Safari has ended the composition already when its Enter arrives
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="box">
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={label}
          aria-invalid={isTooLong}
          placeholder={placeholder}
          enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {!direct && !MENTION.test(text) && (
          <button
            type="button"
            class="mention"
            onClick={() => {
              setText(mention + text);
              area.current?.focus();
            }}
          >
            @ {words.composer.mention}
          </button>
        )}
        <button type="submit" class="send" aria-label={words.composer.send} disabled={isEmpty || isTooLong}>
          <Icon name="send" />
        </button>
      </div>
      <p class="keys" role={isTooLong ? 'alert' : undefined}>
        {isTooLong ? words.composer.tooLong(MOST) : words.composer.keys}
      </p>
    </form>
  );
}
