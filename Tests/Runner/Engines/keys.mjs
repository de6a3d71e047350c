/**
 * Clicks and keys as a person gives them: browsers make the events, so that focus, default actions and `isTrusted` are the real ones.
 *
 * @typedef {object} Hands
 * @property {(selector: string) => Promise<void>} click in the middle of the first such element
 * @property {(text: string) => Promise<void>} type one key for each character; a line break is Enter
 * @property {(...keys: string[]) => Promise<void>} press the last key while the others are held, by their names: `Alt`, `ArrowDown`
 */

/** The keys that are no characters: the code of Windows, by which Chromium knows what they do, and WebDriver's character for them. */
const named = {
  Enter: [13, "\uE007"], Escape: [27, "\uE00C"], Backspace: [8, "\uE003"], Tab: [9, "\uE004"], ArrowUp: [38, "\uE013"], ArrowDown: [40, "\uE015"],
  Alt: [18, "\uE00A"], Control: [17, "\uE009"], Shift: [16, "\uE008"],
};
const modifiers = { Alt: 1, Control: 2, Shift: 8 };

const keyOf = (character) => (character === "\n" ? "Enter" : character);

async function middle(evaluate, selector) {
  const place = await evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    element?.scrollIntoView({ block: "nearest" });
    const box = element?.getBoundingClientRect();
    return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  })()`);
  if (!place) throw new Error(`no element is ${selector}`);
  return place;
}

/** By CDP's Input domain. @param {(method: string, parameters: object) => Promise<any>} send @returns {Hands} */
export function handsOfChromium(send, evaluate) {
  const key = (type, name, held) => {
    // Of other characters the code would be that of another key: 33 is the key Page up.
    const [code] = named[name] ?? [/[a-z0-9 ]/i.test(name) ? name.toUpperCase().charCodeAt(0) : 0];
    const text = name === "Enter" ? "\r" : name.length === 1 ? name : undefined;
    const isTyped = type === "keyDown" && text !== undefined && held === 0;
    return send("Input.dispatchKeyEvent", { type: type === "keyDown" && !isTyped ? "rawKeyDown" : type, key: name, windowsVirtualKeyCode: code, modifiers: held, ...(isTyped && { text }) });
  };
  const press = async (...keys) => {
    const held = keys.slice(0, -1).reduce((bits, name) => bits | modifiers[name], 0);
    for (const [index, name] of keys.entries()) await key("keyDown", name, index < keys.length - 1 ? 0 : held);
    for (const name of keys.toReversed()) await key("keyUp", name, held);
  };
  return {
    async click(selector) {
      const place = await middle(evaluate, selector);
      await send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
      for (const type of ["mousePressed", "mouseReleased"]) await send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
    },
    async type(text) {
      for (const character of text) await press(keyOf(character));
    },
    press,
  };
}

/** By WebDriver BiDi's input module. @param {(method: string, parameters: object) => Promise<any>} send @returns {Hands} */
export function handsOfFirefox(send, evaluate, context) {
  const perform = (source) => send("input.performActions", { context, actions: [source] });
  const value = (name) => named[name]?.[1] ?? name;
  const press = (...keys) =>
    perform({
      type: "key", id: "keyboard",
      actions: [...keys.map((name) => ({ type: "keyDown", value: value(name) })), ...keys.toReversed().map((name) => ({ type: "keyUp", value: value(name) }))],
    });
  return {
    async click(selector) {
      const place = await middle(evaluate, selector);
      const actions = [{ type: "pointerMove", ...place }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await perform({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
    },
    async type(text) {
      for (const character of text) await press(keyOf(character));
    },
    press,
  };
}
