/// What a system call says when it fails: `errno` of preview 1, by its names there.
public enum ErrorCode: UInt16, Sendable {
    case toobig = 1
    case acces, addrinuse, addrnotavail, afnosupport, again, already, badf, badmsg, busy, canceled, child, connaborted
    case connrefused, connreset, deadlk, destaddrreq, dom, dquot, exist, fault, fbig, hostunreach, idrm, ilseq, inprogress, intr
    case inval, io, isconn, isdir, loop, mfile, mlink, msgsize, multihop, nametoolong, netdown, netreset, netunreach, nfile,
        nobufs
    case nodev, noent, noexec, nolck, nolink, nomem, nomsg, noprotoopt, nospc, nosys, notconn, notdir, notempty, notrecoverable
    case notsock, notsup, notty, nxio, overflow, ownerdead, perm, pipe, proto, protonosupport, prototype, range, rofs, spipe, srch
    case stale, timedout, txtbsy, xdev, notcapable
}

extension ErrorCode {
    /// The error in words, for those that files and folders give; `error 42 of WASI` for the others.
    public var description: String {
        switch self {
        case .acces: "permission denied"
        case .badf: "not an open file"
        case .busy: "the file is in use"
        case .dquot: "the quota is used up"
        case .exist: "there is such a file already"
        case .fbig: "the file is too large"
        case .ilseq: "the name is not UTF-8"
        case .inval: "the host takes no such argument"
        case .io: "reading or writing failed"
        case .isdir: "this is a folder"
        case .loop: "too many symbolic links"
        case .mfile, .nfile: "too many open files"
        case .nametoolong: "the name is too long"
        case .noent: "there is no such file or folder"
        case .nospc: "there is no space left"
        case .nosys: "the host has no such function"
        case .notcapable, .perm: "the host does not allow it"
        case .notdir: "this is not a folder"
        case .notempty: "the folder is not empty"
        case .notsup: "the host does not support it"
        case .pipe: "nobody reads any more"
        case .rofs: "the file system is read-only"
        case .spipe: "one cannot seek in a stream"
        case .xdev: "the places are on different file systems"
        default: "error \(rawValue) of WASI"
        }
    }
}
