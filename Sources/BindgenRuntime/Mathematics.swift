// The functions that C's `math.h` has and Swift's standard library has not.
//
// They are JavaScript's own (`Math`), which a module imports one by one, each where it is used; what wasm has instructions for is Swift.
// Where there is a C library its functions are passed on, so a file that imports Foundation too finds each name once.

#if canImport(Darwin)
@_exported import func Darwin.sin
@_exported import func Darwin.cos
@_exported import func Darwin.tan
@_exported import func Darwin.asin
@_exported import func Darwin.acos
@_exported import func Darwin.atan
@_exported import func Darwin.sinh
@_exported import func Darwin.cosh
@_exported import func Darwin.tanh
@_exported import func Darwin.asinh
@_exported import func Darwin.acosh
@_exported import func Darwin.atanh
@_exported import func Darwin.exp
@_exported import func Darwin.expm1
@_exported import func Darwin.log
@_exported import func Darwin.log2
@_exported import func Darwin.log10
@_exported import func Darwin.log1p
@_exported import func Darwin.cbrt
@_exported import func Darwin.exp2
@_exported import func Darwin.atan2
@_exported import func Darwin.hypot
@_exported import func Darwin.pow
@_exported import func Darwin.sqrt
@_exported import func Darwin.floor
@_exported import func Darwin.ceil
@_exported import func Darwin.trunc
@_exported import func Darwin.round
@_exported import func Darwin.fabs
@_exported import func Darwin.fmod
#elseif canImport(Glibc)
@_exported import func Glibc.sin
@_exported import func Glibc.cos
@_exported import func Glibc.tan
@_exported import func Glibc.asin
@_exported import func Glibc.acos
@_exported import func Glibc.atan
@_exported import func Glibc.sinh
@_exported import func Glibc.cosh
@_exported import func Glibc.tanh
@_exported import func Glibc.asinh
@_exported import func Glibc.acosh
@_exported import func Glibc.atanh
@_exported import func Glibc.exp
@_exported import func Glibc.expm1
@_exported import func Glibc.log
@_exported import func Glibc.log2
@_exported import func Glibc.log10
@_exported import func Glibc.log1p
@_exported import func Glibc.cbrt
@_exported import func Glibc.exp2
@_exported import func Glibc.atan2
@_exported import func Glibc.hypot
@_exported import func Glibc.pow
@_exported import func Glibc.sqrt
@_exported import func Glibc.floor
@_exported import func Glibc.ceil
@_exported import func Glibc.trunc
@_exported import func Glibc.round
@_exported import func Glibc.fabs
@_exported import func Glibc.fmod
#elseif canImport(Musl)
@_exported import func Musl.sin
@_exported import func Musl.cos
@_exported import func Musl.tan
@_exported import func Musl.asin
@_exported import func Musl.acos
@_exported import func Musl.atan
@_exported import func Musl.sinh
@_exported import func Musl.cosh
@_exported import func Musl.tanh
@_exported import func Musl.asinh
@_exported import func Musl.acosh
@_exported import func Musl.atanh
@_exported import func Musl.exp
@_exported import func Musl.expm1
@_exported import func Musl.log
@_exported import func Musl.log2
@_exported import func Musl.log10
@_exported import func Musl.log1p
@_exported import func Musl.cbrt
@_exported import func Musl.exp2
@_exported import func Musl.atan2
@_exported import func Musl.hypot
@_exported import func Musl.pow
@_exported import func Musl.sqrt
@_exported import func Musl.floor
@_exported import func Musl.ceil
@_exported import func Musl.trunc
@_exported import func Musl.round
@_exported import func Musl.fabs
@_exported import func Musl.fmod
#elseif canImport(WASILibc)
@_exported import func WASILibc.sin
@_exported import func WASILibc.cos
@_exported import func WASILibc.tan
@_exported import func WASILibc.asin
@_exported import func WASILibc.acos
@_exported import func WASILibc.atan
@_exported import func WASILibc.sinh
@_exported import func WASILibc.cosh
@_exported import func WASILibc.tanh
@_exported import func WASILibc.asinh
@_exported import func WASILibc.acosh
@_exported import func WASILibc.atanh
@_exported import func WASILibc.exp
@_exported import func WASILibc.expm1
@_exported import func WASILibc.log
@_exported import func WASILibc.log2
@_exported import func WASILibc.log10
@_exported import func WASILibc.log1p
@_exported import func WASILibc.cbrt
@_exported import func WASILibc.exp2
@_exported import func WASILibc.atan2
@_exported import func WASILibc.hypot
@_exported import func WASILibc.pow
@_exported import func WASILibc.sqrt
@_exported import func WASILibc.floor
@_exported import func WASILibc.ceil
@_exported import func WASILibc.trunc
@_exported import func WASILibc.round
@_exported import func WASILibc.fabs
@_exported import func WASILibc.fmod
#elseif arch(wasm32)

/// The sine of an angle in radians.
@inlinable public func sin(_ x: Double) -> Double { bindgen_sin(x) }
/// The sine of an angle in radians.
@inlinable public func sin(_ x: Float) -> Float { Float(bindgen_sin(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math sin") @_extern(c)
@usableFromInline func bindgen_sin(_ x: Double) -> Double

/// The cosine of an angle in radians.
@inlinable public func cos(_ x: Double) -> Double { bindgen_cos(x) }
/// The cosine of an angle in radians.
@inlinable public func cos(_ x: Float) -> Float { Float(bindgen_cos(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math cos") @_extern(c)
@usableFromInline func bindgen_cos(_ x: Double) -> Double

/// The tangent of an angle in radians.
@inlinable public func tan(_ x: Double) -> Double { bindgen_tan(x) }
/// The tangent of an angle in radians.
@inlinable public func tan(_ x: Float) -> Float { Float(bindgen_tan(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math tan") @_extern(c)
@usableFromInline func bindgen_tan(_ x: Double) -> Double

/// The angle from -π/2 to π/2 whose sine is `x`.
@inlinable public func asin(_ x: Double) -> Double { bindgen_asin(x) }
/// The angle from -π/2 to π/2 whose sine is `x`.
@inlinable public func asin(_ x: Float) -> Float { Float(bindgen_asin(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math asin") @_extern(c)
@usableFromInline func bindgen_asin(_ x: Double) -> Double

/// The angle from 0 to π whose cosine is `x`.
@inlinable public func acos(_ x: Double) -> Double { bindgen_acos(x) }
/// The angle from 0 to π whose cosine is `x`.
@inlinable public func acos(_ x: Float) -> Float { Float(bindgen_acos(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math acos") @_extern(c)
@usableFromInline func bindgen_acos(_ x: Double) -> Double

/// The angle from -π/2 to π/2 whose tangent is `x`.
@inlinable public func atan(_ x: Double) -> Double { bindgen_atan(x) }
/// The angle from -π/2 to π/2 whose tangent is `x`.
@inlinable public func atan(_ x: Float) -> Float { Float(bindgen_atan(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math atan") @_extern(c)
@usableFromInline func bindgen_atan(_ x: Double) -> Double

/// The hyperbolic sine.
@inlinable public func sinh(_ x: Double) -> Double { bindgen_sinh(x) }
/// The hyperbolic sine.
@inlinable public func sinh(_ x: Float) -> Float { Float(bindgen_sinh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math sinh") @_extern(c)
@usableFromInline func bindgen_sinh(_ x: Double) -> Double

/// The hyperbolic cosine.
@inlinable public func cosh(_ x: Double) -> Double { bindgen_cosh(x) }
/// The hyperbolic cosine.
@inlinable public func cosh(_ x: Float) -> Float { Float(bindgen_cosh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math cosh") @_extern(c)
@usableFromInline func bindgen_cosh(_ x: Double) -> Double

/// The hyperbolic tangent.
@inlinable public func tanh(_ x: Double) -> Double { bindgen_tanh(x) }
/// The hyperbolic tangent.
@inlinable public func tanh(_ x: Float) -> Float { Float(bindgen_tanh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math tanh") @_extern(c)
@usableFromInline func bindgen_tanh(_ x: Double) -> Double

/// The inverse of the hyperbolic sine.
@inlinable public func asinh(_ x: Double) -> Double { bindgen_asinh(x) }
/// The inverse of the hyperbolic sine.
@inlinable public func asinh(_ x: Float) -> Float { Float(bindgen_asinh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math asinh") @_extern(c)
@usableFromInline func bindgen_asinh(_ x: Double) -> Double

/// The inverse of the hyperbolic cosine.
@inlinable public func acosh(_ x: Double) -> Double { bindgen_acosh(x) }
/// The inverse of the hyperbolic cosine.
@inlinable public func acosh(_ x: Float) -> Float { Float(bindgen_acosh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math acosh") @_extern(c)
@usableFromInline func bindgen_acosh(_ x: Double) -> Double

/// The inverse of the hyperbolic tangent.
@inlinable public func atanh(_ x: Double) -> Double { bindgen_atanh(x) }
/// The inverse of the hyperbolic tangent.
@inlinable public func atanh(_ x: Float) -> Float { Float(bindgen_atanh(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math atanh") @_extern(c)
@usableFromInline func bindgen_atanh(_ x: Double) -> Double

/// e to the power of `x`.
@inlinable public func exp(_ x: Double) -> Double { bindgen_exp(x) }
/// e to the power of `x`.
@inlinable public func exp(_ x: Float) -> Float { Float(bindgen_exp(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math exp") @_extern(c)
@usableFromInline func bindgen_exp(_ x: Double) -> Double

/// e to the power of `x`, less 1; exact where `x` is near 0.
@inlinable public func expm1(_ x: Double) -> Double { bindgen_expm1(x) }
/// e to the power of `x`, less 1; exact where `x` is near 0.
@inlinable public func expm1(_ x: Float) -> Float { Float(bindgen_expm1(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math expm1") @_extern(c)
@usableFromInline func bindgen_expm1(_ x: Double) -> Double

/// The natural logarithm.
@inlinable public func log(_ x: Double) -> Double { bindgen_log(x) }
/// The natural logarithm.
@inlinable public func log(_ x: Float) -> Float { Float(bindgen_log(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math log") @_extern(c)
@usableFromInline func bindgen_log(_ x: Double) -> Double

/// The logarithm to the base 2.
@inlinable public func log2(_ x: Double) -> Double { bindgen_log2(x) }
/// The logarithm to the base 2.
@inlinable public func log2(_ x: Float) -> Float { Float(bindgen_log2(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math log2") @_extern(c)
@usableFromInline func bindgen_log2(_ x: Double) -> Double

/// The logarithm to the base 10.
@inlinable public func log10(_ x: Double) -> Double { bindgen_log10(x) }
/// The logarithm to the base 10.
@inlinable public func log10(_ x: Float) -> Float { Float(bindgen_log10(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math log10") @_extern(c)
@usableFromInline func bindgen_log10(_ x: Double) -> Double

/// The natural logarithm of 1 + `x`; exact where `x` is near 0.
@inlinable public func log1p(_ x: Double) -> Double { bindgen_log1p(x) }
/// The natural logarithm of 1 + `x`; exact where `x` is near 0.
@inlinable public func log1p(_ x: Float) -> Float { Float(bindgen_log1p(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math log1p") @_extern(c)
@usableFromInline func bindgen_log1p(_ x: Double) -> Double

/// The cube root.
@inlinable public func cbrt(_ x: Double) -> Double { bindgen_cbrt(x) }
/// The cube root.
@inlinable public func cbrt(_ x: Float) -> Float { Float(bindgen_cbrt(Double(x))) }
@_extern(wasm, module: "bindgen", name: "math cbrt") @_extern(c)
@usableFromInline func bindgen_cbrt(_ x: Double) -> Double

/// The angle from -π to π of the point (`x`, `y`).
@inlinable public func atan2(_ y: Double, _ x: Double) -> Double { bindgen_atan2(y, x) }
/// The angle from -π to π of the point (`x`, `y`).
@inlinable public func atan2(_ y: Float, _ x: Float) -> Float { Float(bindgen_atan2(Double(y), Double(x))) }
@_extern(wasm, module: "bindgen", name: "math atan2") @_extern(c)
@usableFromInline func bindgen_atan2(_ y: Double, _ x: Double) -> Double

/// The length of the vector (`x`, `y`).
@inlinable public func hypot(_ x: Double, _ y: Double) -> Double { bindgen_hypot(x, y) }
/// The length of the vector (`x`, `y`).
@inlinable public func hypot(_ x: Float, _ y: Float) -> Float { Float(bindgen_hypot(Double(x), Double(y))) }
@_extern(wasm, module: "bindgen", name: "math hypot") @_extern(c)
@usableFromInline func bindgen_hypot(_ x: Double, _ y: Double) -> Double

/// `x` to the power of `y`, as C has it: 1 where `x` is 1, or is -1 and `y` infinite, for which JavaScript has NaN.
@inlinable public func pow(_ x: Double, _ y: Double) -> Double {
    x == 1 || (x == -1 && y.isInfinite) ? 1 : bindgen_pow(x, y)
}
/// `x` to the power of `y`, as C has it: 1 where `x` is 1, or is -1 and `y` infinite, for which JavaScript has NaN.
@inlinable public func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }
@_extern(wasm, module: "bindgen", name: "math pow") @_extern(c)
@usableFromInline func bindgen_pow(_ x: Double, _ y: Double) -> Double

/// 2 to the power of `x`.
@inlinable public func exp2(_ x: Double) -> Double { bindgen_pow(2, x) }
/// 2 to the power of `x`.
@inlinable public func exp2(_ x: Float) -> Float { Float(bindgen_pow(2, Double(x))) }

/// The remainder of `x` by `y`, with the sign of `x`.
@inlinable public func fmod(_ x: Double, _ y: Double) -> Double { x.truncatingRemainder(dividingBy: y) }
/// The remainder of `x` by `y`, with the sign of `x`.
@inlinable public func fmod(_ x: Float, _ y: Float) -> Float { x.truncatingRemainder(dividingBy: y) }

/// The square root.
@inlinable public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// The square root.
@inlinable public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// The largest whole number that is not above `x`.
@inlinable public func floor(_ x: Double) -> Double { x.rounded(.down) }
/// The largest whole number that is not above `x`.
@inlinable public func floor(_ x: Float) -> Float { x.rounded(.down) }

/// The smallest whole number that is not below `x`.
@inlinable public func ceil(_ x: Double) -> Double { x.rounded(.up) }
/// The smallest whole number that is not below `x`.
@inlinable public func ceil(_ x: Float) -> Float { x.rounded(.up) }

/// `x` without its fraction.
@inlinable public func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
/// `x` without its fraction.
@inlinable public func trunc(_ x: Float) -> Float { x.rounded(.towardZero) }

/// The nearest whole number; halves go away from zero.
@inlinable public func round(_ x: Double) -> Double { x.rounded() }
/// The nearest whole number; halves go away from zero.
@inlinable public func round(_ x: Float) -> Float { x.rounded() }

/// `x` without its sign.
@inlinable public func fabs(_ x: Double) -> Double { x.magnitude }
/// `x` without its sign.
@inlinable public func fabs(_ x: Float) -> Float { x.magnitude }
#endif
