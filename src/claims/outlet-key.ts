/** "The Wexley Courier’s" and "Wexley Courier" are one outlet. */
export const outletKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[’']s$/, '');
