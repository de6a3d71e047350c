import WebDOM

@main
enum Main {
    static func main() {
        guard let main = document.querySelector(selectors: "main") else { return }
        _ = Notebook(in: main)
        document.documentElement?.setAttribute(qualifiedName: "data-state", value: "done")
    }
}
