/** In milliseconds: how long one process waits while another writes; a document takes milliseconds. */
export const PATIENCE = 30_000;
