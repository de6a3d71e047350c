/// There are none: preview 1 can use sockets that the host has opened and make no others, and most hosts give none.
@available(
    *, unavailable,
    message: "WASI's preview 1 opens no sockets; declare fetch or WebSocket as [Import] in the IDL, or read standard input"
)
public enum Socket {}
