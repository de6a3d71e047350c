final class Picture: PictureExports { init() {} }
final class Border: BorderExports { init() {} }
