// The same in JavaScript.
let sum = 0;
let stop = null;

export const Page = {
  get(context, times) {
    let total = 0;
    for (let index = 0; index < times; index++) total += context.lineWidth;
    return total;
  },
  set(context, times) {
    for (let index = 0; index < times; index++) context.lineWidth = (index & 7) + 1;
  },
  call(node, other, times) {
    let count = 0;
    for (let index = 0; index < times; index++) if (node.contains(other)) count++;
    return count;
  },
  textIn(text, times) {
    for (let index = 0; index < times; index++) text.data = "hello";
  },
  textOut(text, times) {
    let count = 0;
    for (let index = 0; index < times; index++) count += text.data.length;
    return count;
  },
  child(node, times) {
    let count = 0;
    for (let index = 0; index < times; index++) if (node.firstChild !== null) count++;
    return count;
  },
  build(list, times) {
    for (let index = 0; index < times; index++) {
      const item = document.createElement("li");
      item.textContent = String(index);
      list.appendChild(item);
    }
  },
  draw(context, times) {
    for (let index = 0; index < times; index++) context.fillRect(index & 63, 1, 2, 2);
  },
  listen(target) {
    sum = 0;
    const heard = (event) => { sum += event.clientX; };
    target.addEventListener("click", heard);
    stop = () => target.removeEventListener("click", heard);
  },
  heard() {
    stop();
    return sum;
  },
};
