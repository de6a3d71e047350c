/** The same handler in JavaScript, to compare with. */
const json = (value) => new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    switch (`${request.method} ${pathname}`) {
      case "GET /":
        return new Response("Swift answers.\n");
      case "GET /hello": {
        const name = searchParams.get("name") ?? "world";
        return json({ greeting: `Hello, ${name}!`, letters: [...name].length });
      }
      case "POST /count": {
        let [words, bytes, isInWord] = [0, 0, false];
        for await (const chunk of request.body ?? []) {
          bytes += chunk.length;
          for (const byte of chunk) {
            if (isInWord !== byte <= 0x20) continue;
            isInWord = !isInWord;
            if (isInWord) words += 1;
          }
        }
        return json({ words, bytes });
      }
      case "POST /upper":
        return new Response(
          request.body?.pipeThrough(
            new TransformStream({
              transform: (chunk, controller) => controller.enqueue(chunk.map((byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte))),
            }),
          ) ?? "",
        );
      default:
        return new Response(`There is no ${pathname}.\n`, { status: 404 });
    }
  },
};
