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
 * @typedef {string | { folder: string, mime?: Record<string, string> }} Mount a folder, and MIME types by extension other than
 * the right ones, such as `{ ".wasm": "text/plain" }`
 *
 * @typedef {object} ServerOptions
 * @property {Record<string, Mount>} mounts what is served, by URL prefix, such as `{ "/dist/": "/tmp/dist" }`
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
export async function serve({ mounts, isolated = false, posted }) {
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
    const mount = path === null ? null : mountFor(path, mounts);
    const file = mount === null ? null : await fileIn(mount, path);
    if (file === null) {
      response.writeHead(404, { ...headers, "Content-Type": "text/html" }).end("<!doctype html><p>Not found.</p>");
      return;
    }
    const type = mount.mime[extname(file)] ?? types[extname(file)] ?? "application/octet-stream";
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

/** The mount with the longest prefix of a path, or null. @param {string} path @param {Record<string, Mount>} mounts */
function mountFor(path, mounts) {
  const prefixes = Object.keys(mounts).filter((prefix) => path.startsWith(prefix));
  const prefix = prefixes.toSorted((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const mount = mounts[prefix];
  return { prefix, mime: {}, ...(typeof mount === "string" ? { folder: mount } : mount) };
}

/** The file that a path names, `index.html` for a folder; null when there is none or when it lies outside its mount. */
async function fileIn({ prefix, folder }, path) {
  const file = normalize(join(folder, path.slice(prefix.length)));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
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
