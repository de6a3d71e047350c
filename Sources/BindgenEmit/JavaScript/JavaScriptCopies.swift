import BindgenABI

/// Copies between arrays of the program and memory.
extension JavaScriptEmitter {
    /// A function that copies a typed array in: `(array, count)`, where the count is the array's length as the engine knows it.
    ///
    /// - Parameter isGrowing: whether another thread may make the array longer meanwhile: no more is copied than was reserved.
    mutating func copyInFunction(_ scalar: Scalar, isGrowing: Bool) -> String {
        let view = view(scalar)
        use("reserve", "view:\(view)")
        let name = "$copyIn\(isGrowing ? "Growing" : "")\(view.prefix(1).uppercased())\(view.dropFirst())"
        let copy =
            isGrowing
            ? "for (let index = 0; index < count; index++) view[start + index] = array[index]" : "view.set(array, start)"
        return typeFunction("copy in \(isGrowing) \(view)", name: name) { js in
            if js.isCompact {
                return """
                    const \(name) = (array, count) => {
                      const address = $reserve(count * \(scalar.size));
                      if ($\(view).length === 0) $refresh();
                      const view = $\(view), start = \(Self.index("address", in: view));
                      // An array that is detached has no elements, and takes none.
                      if (count > 0) \(copy);
                      return address;
                    };

                    """
            }
            return """
                const \(name) = (array, count) => {
                  const address = $reserve(count * \(scalar.size));
                  let view = $\(view);
                  if (view.length === 0) $refresh(), view = $\(view);
                  const start = \(Self.index("address", in: view));
                  if (count > 12) \(copy);
                  else {
                    // By pairs: each look at a typed array begins with a look whether it is detached.
                    let index = 0;
                    for (; index + 1 < count; index += 2) {
                      const first = array[index], second = array[index + 1];
                      view[start + index] = first;
                      view[start + index + 1] = second;
                    }
                    if (index < count) view[start + index] = array[index];
                  }
                  return address;
                };

                """
        }
    }

    /// A function that copies what Swift wrote into the caller's array: `(array, address, count)`.
    mutating func copyBackFunction(_ scalar: Scalar) -> String {
        let view = view(scalar)
        use("region", "foreign", "view:\(view)")
        let name = "$copyBack\(view.prefix(1).uppercased())\(view.dropFirst())"
        let last = "$back\(view.prefix(1).uppercased())\(view.dropFirst())"
        return typeFunction("copy back \(view)", name: name) { js in
            if js.isCompact {
                return """
                    const \(name) = (array, address, count) => {
                      if ($\(view).length === 0) $refresh();
                      const start = \(Self.index("address", in: view)), written = $\(view).subarray(start, start + count);
                      // The call may have detached the array, or changed the length of its buffer: what has no place there is left.
                      if (count > 0 && $lengthOf.call(array) >= count) $typedArrays.set.call(array, written);
                      else for (let index = 0; index < count; index++) array[index] = written[index];
                    };

                    """
            }
            return """
                // The view of the last call serves the next of the same length. One that growth has detached has no length.
                let \(last) = new \(Self.arrayType(ofView: view))(0);
                const \(name) = (array, address, count) => {
                  let view = $\(view);
                  if (view.length === 0) $refresh(), view = $\(view);
                  const start = \(Self.index("address", in: view));
                  // The call may have detached the array, or changed the length of its buffer: what has no place there is left.
                  if (count > 12 && $lengthOf.call(array) >= count) {
                    if (\(last).byteOffset !== address || \(last).length !== count) \(last) = view.subarray(start, start + count);
                    $typedArrays.set.call(array, \(last));
                  } else {
                    let index = 0;
                    for (; index + 1 < count; index += 2) {
                      const first = view[start + index], second = view[start + index + 1];
                      array[index] = first;
                      array[index + 1] = second;
                    }
                    if (index < count) array[index] = view[start + index];
                  }
                };

                """
        }
    }
}
