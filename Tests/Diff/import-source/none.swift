func today() -> Double { Clock.now() }
