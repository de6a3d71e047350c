import BindgenRuntime
import Noise

enum Terrain: TerrainExports {
    static func height(x: Double, y: Double, seed: UInt32) -> Double {
        noise_at(x, y, seed)
    }

    static func sample(heights: inout MutableSpan<Float>, width: UInt32, relief: Relief, left: Double, top: Double) {
        // Without a width, everything is one row.
        let width = width == 0 ? heights.count : Int(width)
        let octaves = UInt32(relief.octaves)
        for index in heights.indices {
            let x = (left + Double(index % width)) / relief.scale
            let y = (top + Double(index / width)) / relief.scale
            heights[index] = Float(noise_octaves(x, y, relief.seed, octaves, relief.gain))
        }
    }
}
