public import WebDOM

extension HTMLCanvasElement {
    /// The canvas's context of WebGL 2 (HTML 4.12.5, "getContext"); nil where the browser has none to give, or the canvas has another one.
    public var webGL2: WebGL2RenderingContext? {
        if case .webGL2RenderingContext(let context)? = getContext(contextId: "webgl2") { context } else { nil }
    }
}
