/** Said by the workspace itself. */
export const workspace = {};
