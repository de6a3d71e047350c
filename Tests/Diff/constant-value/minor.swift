enum Limits: LimitsExports {}
let most: Int32 = Limits.MOST
