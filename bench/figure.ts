/** What was measured, beside its yardstick from the same run where there is one. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** As `/s`, `ms`, `MiB`. */
  readonly unit: string;
  /** The same work without our part in it, in the same unit. */
  readonly yardstick?: { readonly name: string; readonly value: number };
  /** `value` over the yardstick's. */
  readonly ratio?: number;
};
