/** What the IDL of the family imports. */
export const Garden = {
  grow: (tree) => ({ name: "grown", children: [tree, tree] }),
  link: (link) => {
    if (link.value === -1) link.next = link;
    return { value: 100, next: link };
  },
  json: (json) => {
    if (json === "ring") {
      const ring = [];
      ring.push({ ring });
      return ring;
    }
    return { given: json, list: [json, true] };
  },
};
