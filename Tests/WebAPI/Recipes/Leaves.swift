import BindgenRuntime
import IndexedDB
import SVG
import WebAnimations
import WebAudio
import WebCrypto
import WebDOM
import WebGL
import WebGPU
import WebRTC

/// Members of the libraries over WebDOM.
extension Checks {
    static func digest(text: String) async throws(JSError) -> String {
        let bytes = try await crypto.subtle.digest(algorithm: .string("SHA-256"), data: Array(text.utf8))
        return "\(bytes.count) \(bytes[0]) \(bytes[31]) \(crypto.randomUUID().utf8.count)"
    }

    static func store(text: String) async throws(JSError) -> String {
        let opening = try indexedDB.open(name: "checks", version: 1)
        let upgrading = opening.on(.upgradeneeded) { event in
            guard event.newVersion == 1, case .object(let database) = opening.result else { return }
            _ = try? IDBDatabase(unchecked: database).createObjectStore(name: "texts")
        }
        _ = await opening.next(.success)
        upgrading.stop()
        guard case .object(let database) = opening.result else { return "no database" }
        let transaction = try IDBDatabase(unchecked: database).transaction(storeNames: .string("texts"), mode: .readwrite)
        let texts = try transaction.objectStore(name: "texts")
        _ = try texts.put(value: JSValue(text), key: "key")
        let reading = try texts.get(query: "key")
        _ = await reading.next(.success)
        return reading.result.text ?? "no text"
    }

    static func circle() -> String {
        let drawing = document.createSVG("svg")
        guard let circle = SVGCircleElement(document.createSVG("circle")) else { return "no circle" }
        circle.r.baseVal.value = 5
        drawing.append(nodes: [.node(circle)])
        return "\(circle.r.baseVal.value) \(circle.ownerSVGElement == drawing) \(circle.supports(.getBBox))"
    }

    static func animation() throws(JSError) -> String {
        let element = document.create(.div)
        document.body?.append(nodes: [.node(element)])
        let frames = JSObject()
        try frames.set("opacity", .object(JSArray([0, 1]).object))
        let animation = try element.animate(keyframes: frames, options: .number(1000))
        animation.pause()
        return "\(animation.playState == .paused) \(element.getAnimations().count) \(animation.timeline == document.timeline)"
    }

    /// What a shader makes of the middle of a canvas.
    static func triangle() -> String {
        let canvas = document.create(.canvas)
        (canvas.width, canvas.height) = (4, 4)
        guard let gl = canvas.webGL2 else { return "no WebGL" }
        gl.clearColor(red: 1, green: 0, blue: 1, alpha: 1)
        gl.clear(mask: WebGL2RenderingContext.COLOR_BUFFER_BIT)
        return "\(gl.getError()) \(gl.drawingBufferWidth) \(gl.supports(.drawArraysInstanced))"
    }

    static func gpu() -> Bool { window.navigator.supports(.gpu) }

    static func sound() async throws(JSError) -> Bool {
        let context = try OfflineAudioContext(numberOfChannels: 1, length: 100, sampleRate: 44_100)
        let tone = context.createOscillator()
        _ = tone.connect(destinationNode: context.destination)
        tone.start()
        let samples = try await context.startRendering().getChannelData(channel: 0)
        return samples.count == 100 && samples.contains { $0 > 0.5 }
    }

    /// Two connections of one page, which need no network.
    static func channel() async throws(JSError) -> String {
        let (near, far) = (try RTCPeerConnection(), try RTCPeerConnection())
        let told = [
            near.on(.icecandidate) { if let found = $0.candidate { far.addIceCandidate(candidate: found.toJSON()) } },
            far.on(.icecandidate) { if let found = $0.candidate { near.addIceCandidate(candidate: found.toJSON()) } },
        ]
        defer {
            told.forEach { $0.stop() }
            near.close()
            far.close()
        }
        let channel = try near.createDataChannel(label: "words")
        let answering = far.on(.datachannel) { event in
            let channel = event.channel
            channel.on(.message) { try? channel.send(data: "heard \($0.data.text ?? "nothing")") }.forever()
        }
        defer { answering.stop() }
        let offer = try await near.createOffer()
        try await near.setLocalDescription(description: RTCLocalSessionDescriptionInit(type: offer.type, sdp: offer.sdp))
        try await far.setRemoteDescription(description: offer)
        let answer = try await far.createAnswer()
        try await far.setLocalDescription(description: RTCLocalSessionDescriptionInit(type: answer.type, sdp: answer.sdp))
        try await near.setRemoteDescription(description: answer)
        if channel.readyState != .open { _ = await channel.next(.open) }
        try channel.send(data: "hello")
        return await channel.next(.message).data.text ?? "nothing"
    }
}
