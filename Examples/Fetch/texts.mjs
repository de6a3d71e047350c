// A server for the folder `texts`; one text never ends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

export async function serveTexts() {
  const server = createServer(async ({ url }, response) => {
    const name = url.slice(url.lastIndexOf("/") + 1);
    if (url.startsWith("/endless/")) {
      if (name === "index.json") response.end(JSON.stringify([{ title: "Endless", file: "endless.txt" }]));
      else response.write("one word after the other ");
      return;
    }
    const text = /^\w+\.(json|txt)$/.test(name) && url.startsWith("/texts/") ? await readFile(new URL(`texts/${name}`, import.meta.url)).catch(() => null) : null;
    response.writeHead(text === null ? 404 : 200).end(text ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { folder: `${origin}/texts`, origin, close };
}
