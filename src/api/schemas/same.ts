import type { Static, TSchema } from 'typebox';

/** As it is read: nobody changes what came over the wire. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** What a schema describes. */
export type Of<S extends TSchema> = Frozen<Static<S>>;

type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** `const fits: Same<typeof Schema, Interface> = true` does not compile once one has a field that the other lacks. */
export type Same<S extends TSchema, T> = Both<Of<S>, Frozen<T>>;
