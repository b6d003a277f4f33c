/** From the least to the most; each may do what those before it may. */
export const ROLES = ['member', 'cadre', 'organiser', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `role` reaches `needs`. */
export const reaches = (role: Role, needs: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needs);
