const PATHS = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  hash: 'M9.5 5 7.5 19M16.5 5l-2 14M5 9.5h15M4 14.5h15',
  send: 'M4.5 12 20 5l-4.5 14-4-5.5zM11.5 13.5 20 5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  reply: 'M9.5 7 5 11.5 9.5 16M5 11.5h9a5 5 0 0 1 5 5V18',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  chevron: 'M8 10l4 4 4-4',
  down: 'M12 5v14M6 13l6 6 6-6',
  tune: 'M4 8h9M17 8h3M15 6v4M4 16h3M11 16h9M9 14v4',
  book: 'M5 5.5h6a2 2 0 0 1 2 2V19a2 2 0 0 0-2-1.5H5zM21 5.5h-6a2 2 0 0 0-2 2V19a2 2 0 0 1 2-1.5h6z',
  ask: 'M5 5h14v10h-7l-4 4v-4H5zM10 9a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8M12 13h.01',
  poll: 'M5 20V11M12 20V4M19 20v-6M3 20h18',
  calendar: 'M5 6.5h14V19H5zM5 10.5h14M9 4v4M15 4v4',
  people:
    'M9 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 19c.4-3 2.600-5 5.500-5s5.100 2 5.500 5M16 6a2.800 2.800 0 0 1 0 5.500M17.500 14.500c1.700.7 2.800 2.300 3 4.500',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing of its own. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
