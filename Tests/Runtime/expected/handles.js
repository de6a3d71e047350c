// @part handles
  const $values = [undefined];
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
