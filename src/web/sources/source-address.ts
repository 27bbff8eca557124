/** "u.n." must not look like a file: its dots are written as %2E. */
export const sourceAddress = (key: string): string => `/sources/${encodeURIComponent(key).replace(/\./g, '%2E')}`;
