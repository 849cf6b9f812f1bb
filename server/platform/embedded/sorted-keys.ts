/** A piece that grows beyond this is cut in two. */
const LONGEST_PIECE = 512;

/**
 * Strings in order, kept in pieces: one list would be moved along by every key put into it, and a transaction of tens of
 * thousands of keys would take seconds.
 */
export class SortedKeys {
  /** None is empty, but for the only one of an empty list. */
  readonly #pieces: string[][] = [[]];

  /** A key that is there already must not be added again. */
  add(name: string): void {
    const at = this.#pieceOf(name);
    const piece = this.#pieces[at] as string[]; // #pieceOf answers one that is there
    piece.splice(positionIn(piece, name), 0, name);
    if (piece.length > LONGEST_PIECE) this.#pieces.splice(at + 1, 0, piece.splice(LONGEST_PIECE >> 1));
  }

  /** Those with from <= key < to. */
  range(from: string, to: string): string[] {
    const found: string[] = [];
    if (from >= to) return found;
    for (let at = this.#pieceOf(from); at < this.#pieces.length; at++) {
      const piece = this.#pieces[at] as string[]; // at < length
      const end = positionIn(piece, to);
      for (let i = positionIn(piece, from); i < end; i++) found.push(piece[i] as string); // end <= length
      if (end < piece.length) break;
    }
    return found;
  }

  all(): string[] {
    return this.#pieces.flat();
  }

  /** The first piece that ends at or behind `name`, or else the last. */
  #pieceOf(name: string): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.at(-1) ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where `name` stands or would stand among the keys. */
function positionIn(keys: readonly string[], name: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < name)
      low = middle + 1; // low <= middle < high
    else high = middle;
  }
  return low;
}
