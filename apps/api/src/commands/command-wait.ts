/** How long a caller waits for a decision before it is answered 202, in milliseconds. */
export class CommandWait {
  constructor(readonly ms: number) {}
}
