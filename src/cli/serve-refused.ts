/** A place where nothing can be served, or may not be; the message says what to give instead. */
export class ServeRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServeRefused';
  }
}
