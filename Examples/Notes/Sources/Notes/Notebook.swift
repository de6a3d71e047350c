import BindgenRuntime
import WebDOM

/// The page: a list of notes, a field to find some, and the one that is open.
final class Notebook {
    private let document = window.document
    private let store = NoteStore()
    private var notes: [Note] = []
    private var openID: Int?

    private let list: HTMLUListElement
    private let editor: HTMLTextAreaElement
    private let search: HTMLInputElement
    private let status: HTMLParagraphElement
    /// A row of the list listens as long as it is shown.
    private var rows: [Listening] = []

    init(in main: Element) {
        list = document.create(.ul, class: "list")
        editor = document.create(.textarea, class: "editor")
        editor.placeholder = "Write here. The first line is the title."
        editor.ariaLabel = "The open note"
        search = document.create(.input, class: "search")
        search.type = "search"
        search.placeholder = "Find"
        search.ariaLabel = "Find notes"
        status = document.create(.p, class: "status")
        status.role = "status"
        let add = document.create(.button, "New note", class: "add")
        let remove = document.create(.button, "Delete", class: "remove")

        let side = document.create(.section, class: "side")
        side.append(nodes: [.node(add), .node(search), .node(list)])
        let page = document.create(.section, class: "page")
        page.append(nodes: [.node(editor), .node(remove), .node(status)])
        main.replaceChildren(nodes: [.node(side), .node(page)])

        // The notebook is there as long as the page is, so these may hold it.
        add.on(.click) { _ in self.add() }.forever()
        remove.on(.click) { _ in self.removeOpen() }.forever()
        search.on(.input) { _ in self.showList() }.forever()
        editor.on(.input) { _ in self.keepText() }.forever()
        document.on(.keydown) { self.press($0) }.forever()
        // Another tab has changed a note.
        window.on(.storage) { _ in self.load() }.forever()
        load()
    }

    // MARK: - What happens

    private func load() {
        notes = store.all()
        if !notes.contains(where: { $0.id == openID }) { openID = notes.first?.id }
        show()
    }

    private func add() {
        let note = Note(id: (notes.first?.id ?? 0) + 1, text: "")
        notes.insert(note, at: 0)
        search.value = ""
        open(note)
        editor.focus()
        save(note)
    }

    private func open(_ note: Note) {
        openID = note.id
        show()
    }

    private func removeOpen() {
        guard let index = openIndex else { return }
        store.remove(notes.remove(at: index))
        openID = index < notes.count ? notes[index].id : notes.last?.id
        show()
    }

    private func keepText() {
        if openIndex == nil { add() }
        guard let index = openIndex else { return }
        notes[index].text = editor.value
        save(notes[index])
        showList()
    }

    private func save(_ note: Note) {
        do throws(JSError) {
            try store.save(note)
            status.textContent = "\(notes.count) \(notes.count == 1 ? "note" : "notes")"
        } catch {
            status.textContent = "Not saved: \(error.message)"
        }
    }

    /// Escape clears the search; Alt and an arrow open the note above or below.
    private func press(_ event: KeyboardEvent) {
        if event.key == "Escape", !search.value.isEmpty {
            search.value = ""
            showList()
        } else if event.altKey, event.key == "ArrowDown" || event.key == "ArrowUp" {
            let shown = notes.filter { $0.matches(search.value) }
            let index = shown.firstIndex { $0.id == openID } ?? -1
            let next = event.key == "ArrowDown" ? index + 1 : index - 1
            guard shown.indices.contains(next) else { return }
            event.preventDefault()
            open(shown[next])
        }
    }

    // MARK: - What is shown

    private var openIndex: Int? { notes.firstIndex { $0.id == openID } }

    private func show() {
        let note = openIndex.map { notes[$0] }
        if editor.value != note?.text { editor.value = note?.text ?? "" }
        status.textContent = "\(notes.count) \(notes.count == 1 ? "note" : "notes")"
        showList()
    }

    private func showList() {
        // The rows that go take their listeners along.
        rows = []
        let items = notes.filter { $0.matches(search.value) }.map { note -> NodeOrString in
            let button = document.create(.button, note.title)
            button.ariaCurrent = note.id == openID ? "true" : nil
            rows.append(button.on(.click) { _ in self.open(note) })
            let item = document.create(.li)
            item.append(nodes: [.node(button)])
            return .node(item)
        }
        list.replaceChildren(nodes: items)
    }
}
