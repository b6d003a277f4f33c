import { useState } from 'preact/hooks';
import { momentIn } from '../../../calendar/moment.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';
import type { Move } from './server.ts';
import { localIn } from './words.ts';

/** The demo clock: how late it is in the workspace, and leaps ahead. */
export function ClockMenu() {
  const { state, model, doing, words } = useApp();
  const { now, aheadMs } = state.clock;
  const { language } = model;
  const [local, setLocal] = useState('');
  const isAhead = aheadMs > 0;
  const shown = isAhead ? momentIn(language, now, state.zone, now) : words.clock.now;
  const prefix = isAhead ? `${words.clock.demo} ` : '';

  async function move(to: Move, close: () => void): Promise<void> {
    close();
    const clock = await doing.moveClock(to);
    if (!clock) return;
    const moment = momentIn(language, clock.now, state.zone, clock.now);
    const text = clock.aheadMs > 0 ? words.clock.moved(moment) : words.clock.returned;
    doing.set({ notice: { text, bad: false } });
  }

  return (
    <Popover
      kind={isAhead ? 'clock ahead' : 'clock'}
      label={words.clock.label}
      button={
        <>
          <Icon name="clock" size={18} />
          <span>
            <span class="prefix">{prefix}</span>
            {shown}
          </span>
        </>
      }
    >
      {(close) => (
        <>
          <h3>{words.clock.label}</h3>
          <p class="quiet">{words.clock.note}</p>
          <div class="leaps">
            <button type="button" onClick={() => void move({ to: 'ahead', minutes: 60 }, close)}>
              {words.clock.hour}
            </button>
            <button type="button" onClick={() => void move({ to: 'ahead', minutes: 1440 }, close)}>
              {words.clock.day}
            </button>
            <button type="button" onClick={() => void move({ to: 'tomorrow', hour: 9 }, close)}>
              {words.clock.tomorrow}
            </button>
          </div>
          <label>
            {words.clock.pick}
            <input
              type="datetime-local"
              value={local || localIn(now, state.zone)}
              min={localIn(now, state.zone)}
              onInput={(event) => setLocal(event.currentTarget.value)}
            />
          </label>
          <div class="leaps">
            <button type="button" disabled={!local} onClick={() => void move({ to: 'local', local }, close)}>
              {words.clock.go}
            </button>
            {isAhead && (
              <button type="button" class="primary" onClick={() => void move({ to: 'now' }, close)}>
                {words.clock.back}
              </button>
            )}
          </div>
        </>
      )}
    </Popover>
  );
}
