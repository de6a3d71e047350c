/** A static server for tests: some folders under some prefixes, the right MIME types or wrong ones on request. */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".css": "text/css",
  ".d.ts": "text/plain",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, string>} mounts folders by URL prefix, such as `{ "/dist/": "/tmp/dist" }`
 * @property {Record<string, string>} [mime] other MIME types by extension, such as `{ ".wasm": "text/plain" }`
 * @property {boolean} [isolated] send COOP and COEP, so that pages may use shared memory
 * @property {(path: string, body: string) => void} [posted] told what a page posts
 *
 * @typedef {{ origin: string, close: () => Promise<void> }} Server
 */

/**
 * Starts a server on a free port of this machine only.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function serve({ mounts, mime = {}, isolated = false, posted }) {
  const headers = { "Cache-Control": "no-store" };
  if (isolated) {
    headers["Cross-Origin-Opener-Policy"] = "same-origin";
    headers["Cross-Origin-Embedder-Policy"] = "require-corp";
    headers["Cross-Origin-Resource-Policy"] = "same-origin";
  }
  const server = createServer(async (request, response) => {
    const path = decodedPath(request.url ?? "/");
    if (request.method === "POST") {
      posted?.(path ?? "", await bodyOf(request));
      response.writeHead(204).end();
      return;
    }
    const file = path === null ? null : await fileFor(path, mounts);
    if (file === null) {
      response.writeHead(404, { ...headers, "Content-Type": "text/html" }).end("<!doctype html><p>Not found.</p>");
      return;
    }
    const type = mime[extname(file)] ?? types[extname(file)] ?? "application/octet-stream";
    const body = await readFile(file);
    response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of a request, decoded; null when it is malformed. */
function decodedPath(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}

/** The file that a path names, `index.html` for a folder; null when there is none or when it lies outside its mount. */
async function fileFor(path, mounts) {
  const prefixes = Object.keys(mounts).filter((prefix) => path.startsWith(prefix));
  const prefix = prefixes.toSorted((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const file = normalize(join(mounts[prefix], path.slice(prefix.length)));
  if (file !== normalize(mounts[prefix]) && !file.startsWith(normalize(mounts[prefix] + sep))) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return file;
  const index = join(file, "index.html");
  return found?.isDirectory() && (await stat(index).catch(() => null))?.isFile() ? index : null;
}

async function bodyOf(request) {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
