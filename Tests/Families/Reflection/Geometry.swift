import BindgenRuntime

class DOMPointReadOnly: DOMPointReadOnlyExports {
    var x: Double
    var y: Double
    var z: Double
    var w: Double

    init(x: Double, y: Double, z: Double, w: Double) { (self.x, self.y, self.z, self.w) = (x, y, z, w) }
    class func fromPoint(other: DOMPointInit) -> DOMPointReadOnly {
        DOMPointReadOnly(x: other.x, y: other.y, z: other.z, w: other.w)
    }
    func matrixTransform(matrix: DOMMatrixInit) throws(JSError) -> DOMPoint {
        try Matrix(matrix).transform(DOMPointInit(x: x, y: y, z: z, w: w))
    }
}

final class DOMPoint: DOMPointReadOnly, DOMPointExports {
    override class func fromPoint(other: DOMPointInit) -> DOMPoint {
        DOMPoint(x: other.x, y: other.y, z: other.z, w: other.w)
    }
}

/// The numbers of a matrix, column by column.
struct Matrix {
    var values: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    var is2D = true

    /// A number that a flat matrix has not makes it one that has a third dimension.
    subscript(place: Int) -> Double {
        get { values[place] }
        set {
            values[place] = newValue
            if newValue != ((place == 10 || place == 15) ? 1 : 0), ![0, 1, 4, 5, 12, 13].contains(place) { is2D = false }
        }
    }

    init() {}
    init(_ numbers: [Double]) throws(JSError) {
        if numbers.count == 6 {
            for (place, number) in zip([0, 1, 4, 5, 12, 13], numbers) { values[place] = number }
        } else if numbers.count == 16 {
            (values, is2D) = (numbers, false)
        } else {
            throw JSError("a matrix has 6 numbers or 16", kind: .typeError)
        }
    }
    /// Validate and fixup (Geometry 6.1).
    init(_ other: DOMMatrixInit) throws(JSError) {
        func fixed(_ short: Double?, _ long: Double?, _ absent: Double) throws(JSError) -> Double {
            if let short, let long, short != long, !(short.isNaN && long.isNaN) {
                throw JSError("two numbers for one place", kind: .typeError)
            }
            return long ?? short ?? absent
        }
        values[0] = try fixed(other.a, other.m11, 1)
        values[1] = try fixed(other.b, other.m12, 0)
        values[4] = try fixed(other.c, other.m21, 0)
        values[5] = try fixed(other.d, other.m22, 1)
        values[12] = try fixed(other.e, other.m41, 0)
        values[13] = try fixed(other.f, other.m42, 0)
        let third = [
            other.m13, other.m14, other.m23, other.m24, other.m31, other.m32, other.m33, other.m34, other.m43, other.m44,
        ]
        for (place, number) in zip([2, 3, 6, 7, 8, 9, 10, 11, 14, 15], third) { values[place] = number }
        let isFlat = zip(third, [0, 0, 0, 0, 0, 0, 1, 0, 0, 1]).allSatisfy { $0 == $1 }
        if other.is2D == true, !isFlat { throw JSError("a flat matrix has no third dimension", kind: .typeError) }
        is2D = other.is2D ?? isFlat
    }

    func times(_ other: Matrix) -> Matrix {
        var product = Matrix()
        for column in 0..<4 {
            for row in 0..<4 {
                var sum = 0.0
                for step in 0..<4 { sum += values[step * 4 + row] * other.values[column * 4 + step] }
                product.values[column * 4 + row] = sum
            }
        }
        product.is2D = is2D && other.is2D
        return product
    }
    func translated(_ tx: Double, _ ty: Double, _ tz: Double) -> Matrix {
        var translation = Matrix()
        (translation.values[12], translation.values[13], translation.values[14]) = (tx, ty, tz)
        translation.is2D = tz == 0
        return times(translation)
    }
    func transform(_ point: DOMPointInit) -> DOMPoint {
        let from = [point.x, point.y, point.z, point.w]
        func sum(_ row: Int) -> Double {
            var sum = 0.0
            for column in 0..<4 { sum += values[column * 4 + row] * from[column] }
            return sum
        }
        return DOMPoint(x: sum(0), y: sum(1), z: sum(2), w: sum(3))
    }
}

class DOMMatrixReadOnly: DOMMatrixReadOnlyExports {
    var matrix: Matrix
    init(_ matrix: Matrix) { self.matrix = matrix }
    init(`init` numbers: [Double]?) throws(JSError) { matrix = if let numbers { try Matrix(numbers) } else { Matrix() } }
    class func fromMatrix(other: DOMMatrixInit) throws(JSError) -> DOMMatrixReadOnly { DOMMatrixReadOnly(try Matrix(other)) }

    var a: Double {
        get { matrix[0] }
        set { matrix[0] = newValue }
    }
    var b: Double {
        get { matrix[1] }
        set { matrix[1] = newValue }
    }
    var c: Double {
        get { matrix[4] }
        set { matrix[4] = newValue }
    }
    var d: Double {
        get { matrix[5] }
        set { matrix[5] = newValue }
    }
    var e: Double {
        get { matrix[12] }
        set { matrix[12] = newValue }
    }
    var f: Double {
        get { matrix[13] }
        set { matrix[13] = newValue }
    }
    var m11: Double {
        get { matrix[0] }
        set { matrix[0] = newValue }
    }
    var m12: Double {
        get { matrix[1] }
        set { matrix[1] = newValue }
    }
    var m13: Double {
        get { matrix[2] }
        set { matrix[2] = newValue }
    }
    var m14: Double {
        get { matrix[3] }
        set { matrix[3] = newValue }
    }
    var m21: Double {
        get { matrix[4] }
        set { matrix[4] = newValue }
    }
    var m22: Double {
        get { matrix[5] }
        set { matrix[5] = newValue }
    }
    var m23: Double {
        get { matrix[6] }
        set { matrix[6] = newValue }
    }
    var m24: Double {
        get { matrix[7] }
        set { matrix[7] = newValue }
    }
    var m31: Double {
        get { matrix[8] }
        set { matrix[8] = newValue }
    }
    var m32: Double {
        get { matrix[9] }
        set { matrix[9] = newValue }
    }
    var m33: Double {
        get { matrix[10] }
        set { matrix[10] = newValue }
    }
    var m34: Double {
        get { matrix[11] }
        set { matrix[11] = newValue }
    }
    var m41: Double {
        get { matrix[12] }
        set { matrix[12] = newValue }
    }
    var m42: Double {
        get { matrix[13] }
        set { matrix[13] = newValue }
    }
    var m43: Double {
        get { matrix[14] }
        set { matrix[14] = newValue }
    }
    var m44: Double {
        get { matrix[15] }
        set { matrix[15] = newValue }
    }
    var is2D: Bool { matrix.is2D }
    var isIdentity: Bool { zip(matrix.values, Matrix().values).allSatisfy { $0 == $1 } }
    func translate(tx: Double, ty: Double, tz: Double) -> DOMMatrix { DOMMatrix(matrix.translated(tx, ty, tz)) }
    func multiply(other: DOMMatrixInit) throws(JSError) -> DOMMatrix { DOMMatrix(matrix.times(try Matrix(other))) }
    func flipX() -> DOMMatrix {
        var flip = Matrix()
        flip.values[0] = -1
        return DOMMatrix(matrix.times(flip))
    }
    func transformPoint(point: DOMPointInit) -> DOMPoint { matrix.transform(point) }
    func toFloat32Array() -> [Float] { matrix.values.map { Float($0) } }
    func toFloat64Array() -> [Double] { matrix.values }
}

final class DOMMatrix: DOMMatrixReadOnly, DOMMatrixExports {
    override init(_ matrix: Matrix) { super.init(matrix) }
    override init(`init` numbers: [Double]?) throws(JSError) { try super.init(init: numbers) }
    override class func fromMatrix(other: DOMMatrixInit) throws(JSError) -> DOMMatrix { DOMMatrix(try Matrix(other)) }
    func multiplySelf(other: DOMMatrixInit) throws(JSError) -> DOMMatrix {
        matrix = matrix.times(try Matrix(other))
        return self
    }
    func translateSelf(tx: Double, ty: Double, tz: Double) -> DOMMatrix {
        matrix = matrix.translated(tx, ty, tz)
        return self
    }
}
