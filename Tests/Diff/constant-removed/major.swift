enum Limits: LimitsExports {}
let least: Int32 = Limits.LEAST
