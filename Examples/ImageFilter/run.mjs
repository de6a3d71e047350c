// Serves this folder for `swift run bindgen run Examples/ImageFilter`, which builds the module first. Any other static server does as well.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The file that a request names, or null for one outside of the folder or of no known type. */
function fileOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = normalize(folder + (path === "/" ? "/index.html" : path));
    const isHidden = file.slice(folder.length).split(sep).some((part) => part.startsWith("."));
    return file.startsWith(folder) && !isHidden && extname(file) in types ? file : null;
  } catch {
    return null;
  }
}

const server = createServer(async ({ url }, response) => {
  const file = fileOf(url);
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (body === null) response.writeHead(404).end();
  else response.writeHead(200, { "Content-Type": types[extname(file)], "Cache-Control": "no-cache" }).end(body);
});
server.on("error", (error) => {
  const hint = error.code === "EADDRINUSE" ? "; another one can be given after `--`" : "";
  console.error(`no server on this port: ${error.message}${hint}`);
  process.exitCode = 1;
});
server.listen(Number(process.argv[2] ?? 8000), "127.0.0.1", () => {
  console.log(`ImageFilter is at http://127.0.0.1:${server.address().port} (Ctrl-C ends this)`);
});
