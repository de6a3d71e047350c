// What WebRTC takes from High Resolution Time and from Web Cryptography.
typedef unsigned long long EpochTimeStamp;
partial interface RTCPeerConnection {
  /// [WebRTC](https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-generatecertificate): the algorithm as an object with a `name`.
  static Promise<RTCCertificate> generateCertificate(object keygenAlgorithm);
};
partial interface RTCDataChannel {
  /// [WebRTC](https://w3c.github.io/webrtc-pc/#dom-rtcdatachannel-send). Throws. Exposed to Window, DedicatedWorker.
  [Throws] undefined send(USVString data);
  /// [WebRTC](https://w3c.github.io/webrtc-pc/#dom-rtcdatachannel-send). Throws. Exposed to Window, DedicatedWorker.
  [Throws] undefined send(Blob data);
  /// [WebRTC](https://w3c.github.io/webrtc-pc/#dom-rtcdatachannel-send). Throws. Exposed to Window, DedicatedWorker.
  [Throws] undefined send(ArrayBufferView data);
};
