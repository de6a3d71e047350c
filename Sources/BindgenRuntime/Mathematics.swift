import EmbeddedSupport

// The functions that C's `math.h` has and Swift's standard library has not.
//
// They are JavaScript's own (`Math`), which a module imports one by one, each where it is used; what wasm has instructions for is Swift.
// Where a file imports Foundation or a C library too, those of that library are meant, so that no name stands for two functions.

/// The sine of an angle in radians.
@inlinable @_disfavoredOverload public func sin(_ x: Double) -> Double { bindgen_sin(x) }
/// The sine of an angle in radians.
@inlinable @_disfavoredOverload public func sin(_ x: Float) -> Float { Float(bindgen_sin(Double(x))) }

/// The cosine of an angle in radians.
@inlinable @_disfavoredOverload public func cos(_ x: Double) -> Double { bindgen_cos(x) }
/// The cosine of an angle in radians.
@inlinable @_disfavoredOverload public func cos(_ x: Float) -> Float { Float(bindgen_cos(Double(x))) }

/// The tangent of an angle in radians.
@inlinable @_disfavoredOverload public func tan(_ x: Double) -> Double { bindgen_tan(x) }
/// The tangent of an angle in radians.
@inlinable @_disfavoredOverload public func tan(_ x: Float) -> Float { Float(bindgen_tan(Double(x))) }

/// The angle from -π/2 to π/2 whose sine is `x`.
@inlinable @_disfavoredOverload public func asin(_ x: Double) -> Double { bindgen_asin(x) }
/// The angle from -π/2 to π/2 whose sine is `x`.
@inlinable @_disfavoredOverload public func asin(_ x: Float) -> Float { Float(bindgen_asin(Double(x))) }

/// The angle from 0 to π whose cosine is `x`.
@inlinable @_disfavoredOverload public func acos(_ x: Double) -> Double { bindgen_acos(x) }
/// The angle from 0 to π whose cosine is `x`.
@inlinable @_disfavoredOverload public func acos(_ x: Float) -> Float { Float(bindgen_acos(Double(x))) }

/// The angle from -π/2 to π/2 whose tangent is `x`.
@inlinable @_disfavoredOverload public func atan(_ x: Double) -> Double { bindgen_atan(x) }
/// The angle from -π/2 to π/2 whose tangent is `x`.
@inlinable @_disfavoredOverload public func atan(_ x: Float) -> Float { Float(bindgen_atan(Double(x))) }

/// The hyperbolic sine.
@inlinable @_disfavoredOverload public func sinh(_ x: Double) -> Double { bindgen_sinh(x) }
/// The hyperbolic sine.
@inlinable @_disfavoredOverload public func sinh(_ x: Float) -> Float { Float(bindgen_sinh(Double(x))) }

/// The hyperbolic cosine.
@inlinable @_disfavoredOverload public func cosh(_ x: Double) -> Double { bindgen_cosh(x) }
/// The hyperbolic cosine.
@inlinable @_disfavoredOverload public func cosh(_ x: Float) -> Float { Float(bindgen_cosh(Double(x))) }

/// The hyperbolic tangent.
@inlinable @_disfavoredOverload public func tanh(_ x: Double) -> Double { bindgen_tanh(x) }
/// The hyperbolic tangent.
@inlinable @_disfavoredOverload public func tanh(_ x: Float) -> Float { Float(bindgen_tanh(Double(x))) }

/// The inverse of the hyperbolic sine.
@inlinable @_disfavoredOverload public func asinh(_ x: Double) -> Double { bindgen_asinh(x) }
/// The inverse of the hyperbolic sine.
@inlinable @_disfavoredOverload public func asinh(_ x: Float) -> Float { Float(bindgen_asinh(Double(x))) }

/// The inverse of the hyperbolic cosine.
@inlinable @_disfavoredOverload public func acosh(_ x: Double) -> Double { bindgen_acosh(x) }
/// The inverse of the hyperbolic cosine.
@inlinable @_disfavoredOverload public func acosh(_ x: Float) -> Float { Float(bindgen_acosh(Double(x))) }

/// The inverse of the hyperbolic tangent.
@inlinable @_disfavoredOverload public func atanh(_ x: Double) -> Double { bindgen_atanh(x) }
/// The inverse of the hyperbolic tangent.
@inlinable @_disfavoredOverload public func atanh(_ x: Float) -> Float { Float(bindgen_atanh(Double(x))) }

/// e to the power of `x`.
@inlinable @_disfavoredOverload public func exp(_ x: Double) -> Double { bindgen_exp(x) }
/// e to the power of `x`.
@inlinable @_disfavoredOverload public func exp(_ x: Float) -> Float { Float(bindgen_exp(Double(x))) }

/// e to the power of `x`, less 1; exact where `x` is near 0.
@inlinable @_disfavoredOverload public func expm1(_ x: Double) -> Double { bindgen_expm1(x) }
/// e to the power of `x`, less 1; exact where `x` is near 0.
@inlinable @_disfavoredOverload public func expm1(_ x: Float) -> Float { Float(bindgen_expm1(Double(x))) }

/// The natural logarithm.
@inlinable @_disfavoredOverload public func log(_ x: Double) -> Double { bindgen_log(x) }
/// The natural logarithm.
@inlinable @_disfavoredOverload public func log(_ x: Float) -> Float { Float(bindgen_log(Double(x))) }

/// The logarithm to the base 2.
@inlinable @_disfavoredOverload public func log2(_ x: Double) -> Double { bindgen_log2(x) }
/// The logarithm to the base 2.
@inlinable @_disfavoredOverload public func log2(_ x: Float) -> Float { Float(bindgen_log2(Double(x))) }

/// The logarithm to the base 10.
@inlinable @_disfavoredOverload public func log10(_ x: Double) -> Double { bindgen_log10(x) }
/// The logarithm to the base 10.
@inlinable @_disfavoredOverload public func log10(_ x: Float) -> Float { Float(bindgen_log10(Double(x))) }

/// The natural logarithm of 1 + `x`; exact where `x` is near 0.
@inlinable @_disfavoredOverload public func log1p(_ x: Double) -> Double { bindgen_log1p(x) }
/// The natural logarithm of 1 + `x`; exact where `x` is near 0.
@inlinable @_disfavoredOverload public func log1p(_ x: Float) -> Float { Float(bindgen_log1p(Double(x))) }

/// The cube root.
@inlinable @_disfavoredOverload public func cbrt(_ x: Double) -> Double { bindgen_cbrt(x) }
/// The cube root.
@inlinable @_disfavoredOverload public func cbrt(_ x: Float) -> Float { Float(bindgen_cbrt(Double(x))) }

/// The angle from -π to π of the point (`x`, `y`).
@inlinable @_disfavoredOverload public func atan2(_ y: Double, _ x: Double) -> Double { bindgen_atan2(y, x) }
/// The angle from -π to π of the point (`x`, `y`).
@inlinable @_disfavoredOverload public func atan2(_ y: Float, _ x: Float) -> Float { Float(bindgen_atan2(Double(y), Double(x))) }

/// The length of the vector (`x`, `y`).
@inlinable @_disfavoredOverload public func hypot(_ x: Double, _ y: Double) -> Double { bindgen_hypot(x, y) }
/// The length of the vector (`x`, `y`).
@inlinable @_disfavoredOverload public func hypot(_ x: Float, _ y: Float) -> Float { Float(bindgen_hypot(Double(x), Double(y))) }

/// `x` to the power of `y`, as C has it: 1 where `x` is 1, or is -1 and `y` infinite, for which JavaScript has NaN.
@inlinable @_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double {
    x == 1 || (x == -1 && y.isInfinite) ? 1 : bindgen_pow(x, y)
}
/// `x` to the power of `y`, as C has it: 1 where `x` is 1, or is -1 and `y` infinite, for which JavaScript has NaN.
@inlinable @_disfavoredOverload public func pow(_ x: Float, _ y: Float) -> Float {
    x == 1 || (x == -1 && y.isInfinite) ? 1 : Float(bindgen_pow(Double(x), Double(y)))
}

/// 2 to the power of `x`.
@inlinable @_disfavoredOverload public func exp2(_ x: Double) -> Double { bindgen_pow(2, x) }
/// 2 to the power of `x`.
@inlinable @_disfavoredOverload public func exp2(_ x: Float) -> Float { Float(bindgen_pow(2, Double(x))) }

/// The remainder of `x` by `y`, with the sign of `x`.
@inlinable @_disfavoredOverload public func fmod(_ x: Double, _ y: Double) -> Double { x.truncatingRemainder(dividingBy: y) }
/// The remainder of `x` by `y`, with the sign of `x`.
@inlinable @_disfavoredOverload public func fmod(_ x: Float, _ y: Float) -> Float { x.truncatingRemainder(dividingBy: y) }

/// The square root.
@inlinable @_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// The square root.
@inlinable @_disfavoredOverload public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// The largest whole number that is not above `x`.
@inlinable @_disfavoredOverload public func floor(_ x: Double) -> Double { x.rounded(.down) }
/// The largest whole number that is not above `x`.
@inlinable @_disfavoredOverload public func floor(_ x: Float) -> Float { x.rounded(.down) }

/// The smallest whole number that is not below `x`.
@inlinable @_disfavoredOverload public func ceil(_ x: Double) -> Double { x.rounded(.up) }
/// The smallest whole number that is not below `x`.
@inlinable @_disfavoredOverload public func ceil(_ x: Float) -> Float { x.rounded(.up) }

/// `x` without its fraction.
@inlinable @_disfavoredOverload public func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
/// `x` without its fraction.
@inlinable @_disfavoredOverload public func trunc(_ x: Float) -> Float { x.rounded(.towardZero) }

/// The nearest whole number; halves go away from zero.
@inlinable @_disfavoredOverload public func round(_ x: Double) -> Double { x.rounded() }
/// The nearest whole number; halves go away from zero.
@inlinable @_disfavoredOverload public func round(_ x: Float) -> Float { x.rounded() }

/// `x` without its sign.
@inlinable @_disfavoredOverload public func fabs(_ x: Double) -> Double { x.magnitude }
/// `x` without its sign.
@inlinable @_disfavoredOverload public func fabs(_ x: Float) -> Float { x.magnitude }

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "math sin") @_extern(c)
@usableFromInline func bindgen_sin(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math cos") @_extern(c)
@usableFromInline func bindgen_cos(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math tan") @_extern(c)
@usableFromInline func bindgen_tan(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math asin") @_extern(c)
@usableFromInline func bindgen_asin(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math acos") @_extern(c)
@usableFromInline func bindgen_acos(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math atan") @_extern(c)
@usableFromInline func bindgen_atan(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math sinh") @_extern(c)
@usableFromInline func bindgen_sinh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math cosh") @_extern(c)
@usableFromInline func bindgen_cosh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math tanh") @_extern(c)
@usableFromInline func bindgen_tanh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math asinh") @_extern(c)
@usableFromInline func bindgen_asinh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math acosh") @_extern(c)
@usableFromInline func bindgen_acosh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math atanh") @_extern(c)
@usableFromInline func bindgen_atanh(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math exp") @_extern(c)
@usableFromInline func bindgen_exp(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math expm1") @_extern(c)
@usableFromInline func bindgen_expm1(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math log") @_extern(c)
@usableFromInline func bindgen_log(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math log2") @_extern(c)
@usableFromInline func bindgen_log2(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math log10") @_extern(c)
@usableFromInline func bindgen_log10(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math log1p") @_extern(c)
@usableFromInline func bindgen_log1p(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math cbrt") @_extern(c)
@usableFromInline func bindgen_cbrt(_ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math atan2") @_extern(c)
@usableFromInline func bindgen_atan2(_ y: Double, _ x: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math hypot") @_extern(c)
@usableFromInline func bindgen_hypot(_ x: Double, _ y: Double) -> Double
@_extern(wasm, module: "bindgen", name: "math pow") @_extern(c)
@usableFromInline func bindgen_pow(_ x: Double, _ y: Double) -> Double
#endif
