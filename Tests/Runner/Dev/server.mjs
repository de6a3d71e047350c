/** The development server as programs see it, good ones and bad ones. */
import { readFile, symlink } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { patience } from "../Core/patience.mjs";
import { until } from "./work.mjs";

/** A request by hand: `fetch` tidies paths and headers. */
function get(server, path, { method = "GET", headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: server.port, path, method, headers, agent: false };
    request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

/** Sends bytes and gives all that comes back until the end. */
function raw(server, text) {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("latin1").on("data", (data) => (answer += data));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.setTimeout(patience * 1000, () => socket.destroy(new Error(`no end within ${patience} s after ${JSON.stringify(answer)}`)));
  });
}

const statusOf = (answer) => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1] ?? 0);

function expect(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** @type {Record<string, (server: any, work: import("./work.mjs").Work) => Promise<void>>} */
export const serverTests = {
  async "files have their types, no page is kept, and a change is told by its tag"(server) {
    const types = {
      "/": "text/html; charset=utf-8",
      "/page.mjs": "text/javascript; charset=utf-8",
      "/style.css": "text/css; charset=utf-8",
      "/icon.svg": "image/svg+xml",
      "/dist/my-words.js": "text/javascript; charset=utf-8",
      "/dist/my-words.wasm": "application/wasm",
      "/dist/package.json": "application/json",
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers, body } = await get(server, path);
      expect(status, 200, path);
      expect(headers["content-type"], type, path);
      expect(headers["cache-control"], "no-store", path);
      expect(headers["x-content-type-options"], "nosniff", path);
      expect(Number(headers["content-length"]), body.length, path);
      const again = await get(server, path, { headers: { "If-None-Match": headers.etag } });
      expect(again.status, 304, `${path} again`);
      expect(again.body.length, 0, `${path} again`);
      const head = await get(server, path, { method: "HEAD" });
      expect(`${head.status} ${head.headers["content-length"]} ${head.body.length}`, `200 ${body.length} 0`, `HEAD ${path}`);
    }
    const redirect = await get(server, "//Sources?x=1");
    expect(`${redirect.status} ${redirect.headers.location}`, "301 /Sources/?x=1", "a folder without its slash");
  },

  async "--isolated lets pages share memory"(server) {
    const { headers } = await get(server, "/");
    expect(headers["cross-origin-opener-policy"], "same-origin", "COOP");
    expect(headers["cross-origin-embedder-policy"], "require-corp", "COEP");
    expect(headers["document-isolation-policy"], "isolate-and-require-corp", "Document-Isolation-Policy");
  },

  async "what is sent compressed is the file"(server, work) {
    const file = await readFile(work.path(".build", "bindgen", "dev", "my-words.wasm"));
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [coding, decode] of Object.entries(decoders)) {
      for (const round of ["first", "second"]) {
        const { headers, body } = await get(server, "/dist/my-words.wasm", { headers: { "Accept-Encoding": `${coding}, deflate` } });
        expect(headers["content-encoding"], coding, `the ${round} time`);
        expect(headers.vary, "Accept-Encoding", coding);
        if (body.length >= file.length || !decode(body).equals(file)) throw new Error(`${coding}: not the file`);
      }
    }
    for (const accepted of ["identity", "br;q=0, gzip;q=0"]) {
      const { headers, body } = await get(server, "/dist/my-words.wasm", { headers: { "Accept-Encoding": accepted } });
      if (headers["content-encoding"] !== undefined || !body.equals(file)) throw new Error(`${accepted}: ${headers["content-encoding"]}`);
    }
  },

  async "nothing outside of the package is served, and nothing hidden"(server, work) {
    await work.write(".secret/key.txt", "secret");
    await symlink("/etc", work.path("way-out"));
    const paths = [
      "/../../../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2f..%2f..%2fetc/passwd",
      "/dist/../../../../../../etc/passwd", "/dist/..%2F.build/description.json", "//etc/passwd", "/..\\..\\etc\\passwd", "/.secret/key.txt",
      "/%2esecret/key.txt", "/.gitignore", "/.build/bindgen/made-in.txt", "/way-out/passwd", "/Sources/./../.gitignore", "/nowhere",
      "/index.html/", "/Sources/",
    ];
    for (const path of paths) {
      const { status, body } = await get(server, path);
      if (status !== 404 && status !== 403) throw new Error(`${path}: ${status} ${body}`);
    }
    await work.remove("way-out");
  },

  async "a request that is none is refused and does no harm"(server) {
    const host = "Host: localhost\r\n";
    const requests = [
      ["nonsense\r\n\r\n", 400], ["GET /\r\n\r\n", 400], [`GET / HTTP/2.0\r\n${host}\r\n`, 501], [`GET nowhere HTTP/1.1\r\n${host}\r\n`, 400],
      [`GET /%zz HTTP/1.1\r\n${host}\r\n`, 400], [`GET /%00 HTTP/1.1\r\n${host}\r\n`, 400], [`GET /%ff HTTP/1.1\r\n${host}\r\n`, 400],
      ["GET / HTTP/1.1\r\n\r\n", 400], [`GET / HTTP/1.1\r\n${host}broken\r\n\r\n`, 400], [`GET / HTTP/1.1\r\n${host}a b: c\r\n\r\n`, 400],
      [`GET / HTTP/1.1\r\n${host}${host}\r\n`, 400], [`GET / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, 400],
      [`GET / HTTP/1.1\r\n${host}Content-Length: 99999999999999999999\r\n\r\n`, 413], [`GET / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n`, 501],
      [`GET /${"a".repeat(9000)} HTTP/1.1\r\n${host}\r\n`, 414], [`GET / HTTP/1.1\r\n${host}x: ${"a".repeat(40_000)}\r\n\r\n`, 431],
      ["a".repeat(100_000), 414], ["\u0000\u00ff\u0001\r\n\r\n", 400],
      [`POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nConnection: close\r\n\r\nx`, 405], [`GET http://localhost/ HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 200],
      ["GET / HTTP/1.0\r\n\r\n", 200], [`\r\n\r\nGET /?a=%2f..#b HTTP/1.1\n${host}Connection: close\n\n`, 200],
    ];
    for (const [text, status] of requests) expect(statusOf(await raw(server, Buffer.from(text, "latin1"))), status, JSON.stringify(text.slice(0, 60)));
    const three = await raw(server, `${`GET /style.css HTTP/1.1\r\n${host}\r\n`.repeat(2)}GET /style.css HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect(three.split("HTTP/1.1 200 OK").length, 4, "three requests at once");
  },

  async "a name that another site may have given to this machine is refused"(server) {
    for (const host of ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3.4.5"]) {
      expect((await get(server, "/", { headers: { Host: host } })).status, 421, host);
    }
    for (const host of ["localhost", "localhost:1", "app.localhost", "127.0.0.1", "[::1]:8000", "192.168.0.7:80"]) {
      expect((await get(server, "/", { headers: { Host: host } })).status, 200, host);
    }
  },

  async "slow clients and many of them do not stop it"(server) {
    let refused = 0;
    const sockets = Array.from({ length: 260 }, () =>
      connect(server.port, "127.0.0.1")
        .on("error", () => undefined)
        .on("data", (data) => (refused += String(data).startsWith("HTTP/1.1 503 ") ? 1 : 0)),
    );
    for (const socket of sockets.slice(0, 100)) socket.write("GET / HT");
    await until(() => refused >= 50, () => `${refused} of 260 connections were refused`);
    for (const socket of sockets) socket.destroy();
    await until(async () => (await get(server, "/").catch(() => ({}))).status === 200, () => "it serves no more");
    // One that takes nothing of what it asked for.
    const stuck = connect(server.port, "127.0.0.1", () => stuck.write("GET /dist/my-words.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50)));
    stuck.pause();
    await sleep(200);
    expect((await get(server, "/")).status, 200, "beside one that does not read");
    stuck.destroy();
  },

  async "Ctrl-C ends it, and the port is free"(server) {
    const { port } = server;
    await server.interrupt();
    const next = createServer();
    await new Promise((resolve, reject) => next.once("error", reject).listen(port, "127.0.0.1", resolve));
    await new Promise((resolve) => next.close(resolve));
  },
};
