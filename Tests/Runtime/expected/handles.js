// @part handles
  const $values = [null];
  const $free = [];
  /** A handle for Swift to own. */
  const $keep = (value) => {
    const handle = $free.length > 0 ? $free.pop() : $values.length;
    $values[handle] = value;
    return handle;
  };
  /** Swift's last reference went. */
  const $drop = (handle) => {
    if (handle === 0) return;
    $values[handle] = undefined;
    $free.push(handle);
  };

// @part share
  /** Another handle for the same value. */
  const $share = (handle) => $keep($values[handle]);

// @part same
  const $same = (first, second) => ($values[first] === $values[second] ? 1 : 0);

// @part identity-number
  const $identities = new WeakMap();
  let $identityCount = 0;
  /** A number that stands for an object as long as it lives; 0 for what is none, which is compared instead. */
  const $identity = (handle) => {
    const value = $values[handle];
    if (typeof value !== "function" && (typeof value !== "object" || value === null)) return 0;
    let number = $identities.get(value);
    if (number === undefined) $identities.set(value, (number = $identityCount += 1));
    return number;
  };

// @part cast
  /** A handle for the same value where it is an object of a class, 0 otherwise: of a class that is not there nothing is one. */
  const $cast = (handle, type) => {
    const value = $values[handle];
    try {
      return value instanceof type() ? $keep(value) : 0;
    } catch {
      return 0;
    }
  };
