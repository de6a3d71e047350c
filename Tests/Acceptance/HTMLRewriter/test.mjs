import assert from "node:assert/strict";
import { test } from "node:test";
import { HTMLRewriter, init, pending } from "htmlrewriter";

await init();
const encoder = new TextEncoder();
const later = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));

/** Rewrites a text in one write, or in several. */
async function rewrite(text, prepare, size = text.length) {
  const decoder = new TextDecoder();
  let output = "";
  const rewriter = new HTMLRewriter((chunk) => (output += decoder.decode(chunk, { stream: true })));
  prepare(rewriter);
  try {
    for (let start = 0; start < text.length; start += size) await rewriter.write(encoder.encode(text.slice(start, start + size)));
    await rewriter.end();
    return output;
  } finally {
    rewriter.free();
  }
}

test("what nobody handles passes through", async () => {
  const text = '<p class="a">Hello <!-- there --><br>world</p>';
  assert.equal(await rewrite(text, () => {}), text);
  assert.equal(await rewrite(text, () => {}, 3), text);
});

test("handlers are objects, and `this` is the object", async () => {
  class Counter {
    count = 0;
    element() {
      this.count++;
    }
  }
  const counter = new Counter();
  const plain = {
    seen: [],
    async text({ text }) {
      await later();
      this.seen.push(text);
    },
  };
  await rewrite("<a>one</a><a>two</a>", (rewriter) => rewriter.on("a", counter).on("a", plain));
  assert.equal(counter.count, 2);
  assert.deepEqual(plain.seen, ["one", "two"]);
});

test("chains of changes", async () => {
  const output = await rewrite('<a href="http://x.org">x</a>', (rewriter) =>
    rewriter.on("a[href]", {
      element(element) {
        const same = element
          .setAttribute("href", element.getAttribute("href").replace("http:", "https:"))
          .before("<", {})
          .after("<i>!</i>", { html: true })
          .prepend("(")
          .append(")");
        assert.equal(same, element);
        assert.equal(element.hasAttribute("id"), false);
        assert.equal(element.getAttribute("id"), null);
      },
    }),
  );
  assert.equal(output, '&lt;<a href="https://x.org">(x)</a><i>!</i>');
});

test("content is replaced and removed", async () => {
  const change = (how, ...values) => rewrite("<p>a<b>c</b></p>d", (rewriter) => rewriter.on("b", { element: (element) => void element[how](...values) }));
  assert.equal(await change("setInnerContent", "x"), "<p>a<b>x</b></p>d");
  assert.equal(await change("replace", "x"), "<p>ax</p>d");
  assert.equal(await change("remove"), "<p>a</p>d");
  assert.equal(await change("removeAndKeepContent"), "<p>ac</p>d");
});

test("attributes iterate as pairs", async () => {
  let pairs;
  await rewrite('<img src="a" alt="b">', (rewriter) => rewriter.on("img", { element: ({ attributes }) => void (pairs = [...attributes]) }));
  assert.deepEqual(pairs, [["src", "a"], ["alt", "b"]]);
});

test("attributes with setters", async () => {
  const output = await rewrite("<b>x<!--c--></b>", (rewriter) =>
    rewriter.on("b", {
      element: (element) => void (element.tagName = "i"),
      comments: (comment) => void (comment.text = `${comment.text}!`),
    }),
  );
  assert.equal(output, "<i>x<!--c!--></i>");
});

test("the parser waits for asynchronous handlers", async () => {
  const order = [];
  const output = await rewrite("<a></a><b></b>", (rewriter) =>
    rewriter
      .on("a", {
        async element(element) {
          order.push("a begins");
          await later(5);
          element.setInnerContent(await Promise.resolve("fetched"));
          order.push("a ends");
        },
      })
      .on("b", { element: () => void order.push("b") }),
  );
  assert.deepEqual(order, ["a begins", "a ends", "b"]);
  assert.equal(output, "<a>fetched</a><b></b>");
});

test("end tags and the end of the document", async () => {
  const output = await rewrite("<a>x</a>", (rewriter) =>
    rewriter
      .on("a", {
        element(element) {
          element.onEndTag(async function (tag) {
            assert.equal(this, element);
            await later();
            tag.before(`[${tag.name}]`).after("!");
          });
        },
      })
      .onDocument({
        async end(end) {
          await later();
          end.append("<hr>", { html: true }).append("<");
        },
      }),
  );
  assert.equal(output, "<a>x[a]</a>!<hr>&lt;");
});

test("what a handler was given is no use after it", async () => {
  let kept;
  await rewrite("<a>x</a>", (rewriter) => rewriter.on("a", { element: (element) => void (kept = element) }));
  assert.throws(() => kept.tagName, { name: "TypeError", message: /valid in its handler/ });
  assert.throws(() => kept.before("x"), { name: "TypeError" });
  assert.throws(() => (kept.tagName = "b"), { name: "TypeError" });
});

test("an error of a handler rejects the write, with that very error, and every later one", async () => {
  const error = new RangeError("mine");
  for (const element of [() => { throw error; }, () => Promise.reject(error), async () => { await later(); throw error; }]) {
    const rewriter = new HTMLRewriter(() => {}).on("a", { element });
    await assert.rejects(rewriter.write(encoder.encode("<a>")), (caught) => caught === error);
    await assert.rejects(rewriter.write(encoder.encode("<b>")), (caught) => caught === error);
    rewriter.free();
  }
});

test("what is no handler and no selector is refused", () => {
  const rewriter = new HTMLRewriter(() => {});
  assert.throws(() => rewriter.on("a", { element: 5 }), { name: "TypeError" });
  assert.throws(() => rewriter.on("a[", {}), { name: "TypeError", message: /no selector/ });
  rewriter.free();
  assert.throws(() => rewriter.on("a", {}), { name: "TypeError", message: /disposed/ });
});

test("a hundred rewriters at once, each with its own output", async () => {
  const texts = Array.from({ length: 100 }, (_, index) => `<p>${"word ".repeat(index % 7)}<b>${index}</b></p>`);
  const outputs = await Promise.all(
    texts.map((text, index) =>
      rewrite(text, (rewriter) =>
        rewriter.on("b", {
          async element(element) {
            for (let turn = 0; turn < index % 5; turn++) await later(index % 3);
            element.append(`/${index}`);
          },
        }), 4),
    ),
  );
  outputs.forEach((output, index) => assert.equal(output, texts[index].replace("</b>", `/${index}</b>`)));
});

test("writes that are not waited for keep their order", async () => {
  let output = "";
  const decoder = new TextDecoder();
  const rewriter = new HTMLRewriter((chunk) => (output += decoder.decode(chunk))).on("b", { element: () => later(2) });
  const writes = Array.from({ length: 20 }, (_, index) => rewriter.write(encoder.encode(`<b>${index}</b>`)));
  const end = rewriter.end();
  await Promise.all([...writes, end]);
  assert.equal(output, Array.from({ length: 20 }, (_, index) => `<b>${index}</b>`).join(""));
  rewriter.free();
});

test("a handler may rewrite, too", async () => {
  const output = await rewrite("<a>x</a>", (rewriter) =>
    rewriter.on("a", {
      async element(element) {
        element.setInnerContent(await rewrite("<i>y</i>", (inner) => inner.on("i", { element: (found) => later().then(() => void found.append("z")) })), { html: true });
      },
    }),
  );
  assert.equal(output, "<a><i>yz</i></a>");
});

test("nothing waits in the end", () => assert.deepEqual(pending(), []));
