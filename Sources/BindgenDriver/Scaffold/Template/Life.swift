import BindgenRuntime

final class Life: LifeExports {
    let cells: GuestBuffer<UInt8>
    private let width: Int
    private let height: Int
    /// The generation before, while the next one is made.
    private var past: [UInt8]

    init(width: UInt16, height: UInt16) throws(JSError) {
        if min(width, height) < 3 {
            throw JSError("a world is at least 3 cells wide and high, not \(width) by \(height)", kind: .rangeError)
        }
        self.width = Int(width)
        self.height = Int(height)
        cells = GuestBuffer(count: Int(width) * Int(height))
        past = Array(repeating: 0, count: cells.count)
    }

    func sow(seed: String) {
        // FNV-1a makes a number of the text, and xorshift one number after the other.
        var random = seed.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
        for index in 0..<cells.count {
            random ^= random &<< 13
            random ^= random &>> 7
            random ^= random &<< 17
            cells[index] = random & 15 < 3 ? 1 : 0
        }
    }

    func step() {
        for index in 0..<past.count { past[index] = cells[index] }
        for y in 0..<height {
            let row = y * width
            let above = y == 0 ? past.count - width : row - width
            let below = y == height - 1 ? 0 : row + width
            for x in 0..<width {
                let left = x == 0 ? width - 1 : x - 1
                let right = x == width - 1 ? 0 : x + 1
                var neighbours = 0
                if past[above + left] > 0 { neighbours += 1 }
                if past[above + x] > 0 { neighbours += 1 }
                if past[above + right] > 0 { neighbours += 1 }
                if past[row + left] > 0 { neighbours += 1 }
                if past[row + right] > 0 { neighbours += 1 }
                if past[below + left] > 0 { neighbours += 1 }
                if past[below + x] > 0 { neighbours += 1 }
                if past[below + right] > 0 { neighbours += 1 }
                let age = past[row + x]
                let lives = neighbours == 3 || (neighbours == 2 && age > 0)
                cells[row + x] = lives ? max(age, min(age, 254) + 1) : 0
            }
        }
    }
}
