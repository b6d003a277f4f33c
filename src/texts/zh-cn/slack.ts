/** Said by the slack itself. */
export const slack = {};
