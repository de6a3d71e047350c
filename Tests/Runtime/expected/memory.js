// @part memory
  let $memory;

// @part region
  let $area, $base, $top, $limit, $tail;
  /** Called once the instance runs. */
  const $locate = () => {
    $area = $wasm.region();
    $base = $top = $area + 256;
    // Less than the region by a little, so that what is empty and stands at the limit still lies inside of it.
    $limit = $area + 65528;
    $refresh();
  };

// @part reserve
  /** Memory from the allocator, whose addresses lie above the region's: Swift frees it. */
  const $allocate = (bytes) => {
    // wasm would take the size modulo 2^32.
    const address = bytes >>> 0 === bytes ? $wasm.allocate(bytes) >>> 0 : 0;
    if (!address) throw new RangeError(`no memory for ${bytes} bytes`);
    if ($u8.length === 0) $refresh();
    return address;
  };
  /** Room for `bytes` bytes on the region's stack, aligned to 8; or from the allocator. */
  const $reserve = (bytes) => {
    const address = $top;
    if (bytes > $limit - address) return $allocate(bytes);
    $top = (address + bytes + 7) & -8;
    return address;
  };

// @part frame
  // What an argument that is lowered in steps has taken so far, to be given back when the program's own code throws in between: the address
  // of memory outside the region, or a function. What stands above the count is over.
  const $held = [];
  let $heldCount = 0;
  /** Remembers memory outside the region until the call begins. */
  const $hold = (address) => {
    if (address >= $limit) $held[$heldCount++] = address;
    return address;
  };
  const $unwind = (top, count) => {
    $top = top;
    while ($heldCount > count) {
      const taken = $held[--$heldCount];
      if (typeof taken === "number") $wasm.free(taken);
      else taken();
    }
  };

// @part abandon
  /** Ends a call that threw. Where wasm was not called, its conversions did; without a memory that was no fault of the arguments. */
  const $abandon = (isCalled, error, name, top, count) => {
    if (isCalled || !$memory) $fail(error, name);
    $unwind(top, count);
    throw error;
  };

// @part give-up
  /** Ends a call that threw. Where wasm was not called, there was no memory: gives back what earlier arguments took, these addresses. */
  const $giveUp = (isCalled, error, name, top, ...taken) => {
    if (isCalled || !$memory) $fail(error, name);
    $top = top;
    for (const address of taken) if (address >= $limit) $wasm.free(address);
    throw error;
  };

// @part more
  /** Moves `bytes` bytes to room for more, where a sequence is longer than it was when its lowering began. */
  const $more = (address, bytes, wanted, mark) => {
    const isOutside = address >= $limit;
    const larger = isOutside ? $allocate(wanted) : $reserve(wanted);
    if ($u8.length === 0) $refresh();
    $u8.copyWithin(larger, address, address + bytes);
    if (isOutside) {
      $held[mark] = larger;
      $wasm.free(address);
    } else if (larger >= $limit) {
      $held.splice(mark, 0, larger);
      $heldCount++;
    }
    return larger;
  };

// @part hold-handle
  const $holdHandle = (handle) => {
    $held[$heldCount++] = () => $drop(handle);
    return handle;
  };

// @part hold-object
  /** A Swift object that is stored in an argument: retained, so that disposing it meanwhile does no harm. */
  const $holdObject = (address) => {
    $wasm.retain(address);
    $held[$heldCount++] = () => $release(address);
    return address;
  };

// @part word
  /** A word of the result area, as Swift left it. */
  const $word = (offset) => {
    if ($i32.length === 0) $refresh();
    return $i32[($area + offset) >> 2];
  };

// @part stored
  /** The address of a stored form that Swift hands over: the memory may have grown while it was written. */
  const $stored = (address) => {
    if ($u8.length === 0) $refresh();
    return address >>> 0;
  };

// @part zero
  /** Zeroes at `address`: what Swift finds where JavaScript threw instead of returning. */
  const $zero = (address, bytes) => {
    if ($u8.length === 0) $refresh();
    $u8.fill(0, address, address + bytes);
    return address;
  };

// @part zero-block
  /** The same for what crosses by its address: above all that stands on the stack, for Swift may have borrowed that. */
  const $zeroBlock = (bytes) => {
    const top = $top;
    const address = $zero($reserve(bytes), bytes);
    $top = top;
    return address;
  };

// @part retained
  /** A Swift object that JavaScript returns to Swift: with a reference of Swift's own. */
  const $retained = (address) => {
    if (address !== 0) $wasm.retain(address);
    return address;
  };

// @part random
  const $random = (address, length) => {
    if ($u8.length === 0) $refresh();
    const bytes = $u8.subarray(address >>> 0, (address >>> 0) + length);
    // An AudioWorklet has no `crypto`.
    if (globalThis.crypto) crypto.getRandomValues(bytes);
    else bytes.forEach((_, index) => (bytes[index] = Math.random() * 256));
  };

// @part print
  const $print = (address, length) => {
    try {
      console.log($decode(address, length));
    } catch (error) {
      console.error(error);
    }
  };
