final class Log: LogExports { func write(text: String) {} }
enum Use: UseExports { static func area(size: Size) -> Double { Size(width: size.width).width } }
