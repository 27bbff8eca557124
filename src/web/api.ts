import { apiClient } from '../api/client.ts';

/** The server that this page came from. */
export const api = apiClient();

/** A browser tells of a server that does not answer by a TypeError. */
export const isAway = (error: unknown): boolean => error instanceof TypeError;
