// The newest known state of each order: the higher version wins, whichever way it came.

/** Orders by id. */
export class Book {
  #orders = new Map();
  #touched = null;

  /** Takes an order in; answers `new`, `changed`, or `old` when the same or something newer is known. */
  apply(order) {
    const known = this.#orders.get(order.orderId);
    this.#touched?.add(order.orderId);
    if (known && known.version >= order.version) return 'old';
    this.#orders.set(order.orderId, order);
    return known ? 'changed' : 'new';
  }

  /** Keeps of an order that has ended only what refuses an older push, so that a long shift does not fill the memory. */
  settle({ orderId, number, status, version }) {
    this.#orders.set(orderId, { orderId, number, status, version });
  }

  get(id) {
    return this.#orders.get(id);
  }

  all() {
    return [...this.#orders.values()];
  }

  remove(id) {
    this.#orders.delete(id);
  }

  clear() {
    this.#orders.clear();
  }

  /** From here on pushes are remembered, for a snapshot that is being loaded cannot know better than they do. */
  beginSnapshot() {
    this.#touched = new Set();
  }

  /** Applies the snapshot; answers the ids that it lacks and no push has touched since: their end was missed. */
  replace(orders) {
    const touched = this.#touched ?? new Set();
    this.#touched = null;
    const listed = new Set(orders.map(order => order.orderId));
    orders.forEach(order => this.apply(order));
    return [...this.#orders.keys()].filter(id => !listed.has(id) && !touched.has(id));
  }
}
