/**
 * Slack's limits, in characters (UTF-16 units, which is never fewer than Slack counts) or pieces.
 * From https://docs.slack.dev/reference/block-kit and the pages under it, read 2026-11, unless said otherwise.
 */
export const LIMITS = {
  /** blocks: "up to 50 blocks in each message, and 100 blocks in modals or home tabs" */
  blocks: { message: 50, view: 100 },
  /** blocks/header-block */
  header: 150,
  /** blocks/section-block: text 1 to 3000 */
  section: 3000,
  /** blocks/context-block: an element's text; documented loosely, so the lowest figure seen */
  context: 2000,
  /** blocks/actions-block */
  actions: 25,
  /** block-elements/button-element */
  button: { text: 75, value: 2000, accessibility: 75 },
  /** composition-objects/confirmation-dialog-object */
  confirm: { title: 100, text: 300, button: 30 },
  /** composition-objects/option-object; value: the lower of the two figures given */
  option: { text: 75, value: 75, description: 75 },
  /** block-elements: options of radio buttons and checkboxes, of a select, and groups of options in a select */
  options: { boxes: 10, select: 100, groups: 100 },
  /** blocks/input-block: label and hint */
  input: { label: 2000, hint: 2000 },
  /** block-elements/plain-text-input-element */
  typed: 3000,
  /** surfaces/modals, views: title, submit and close; private_metadata */
  view: { title: 24, button: 24, metadata: 3000 },
  /**
   * All text of one message or view together. Not documented; `msg_blocks_too_long` has been seen from about
   * 13,000 characters on, and a markdown block is documented to take 12,000.
   */
  whole: 12_000,
  /** changelog 2018-04: top-level text is best kept under 4,000 */
  fallback: 3900,
} as const;

/** Where blocks are shown. */
export type Surface = keyof typeof LIMITS.blocks;
