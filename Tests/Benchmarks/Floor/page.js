// The page by hand: what Swift does with a canvas, with nodes and with events, over imports of their own.

import { bindMemory, liftText, lowerResultText } from "./memory.js";
import { hold, rethrow, trapped } from "./errors.js";
import { bindObjects, objectImports, own, valueOf } from "./objects.js";
import { benchImports } from "./bench.js";

let $wasm;

export const pageImports = {
    pageLineWidth(context) {
        try { return valueOf(context).lineWidth; } catch (error) { return hold(error), 0; }
    },
    pageSetLineWidth(context, value) {
        try { valueOf(context).lineWidth = value; } catch (error) { hold(error); }
    },
    pageContains(node, other) {
        try { return valueOf(node).contains(valueOf(other)) ? 1 : 0; } catch (error) { return hold(error), 0; }
    },
    pageSetData(text, address, tag) {
        try { valueOf(text).data = liftText(address, tag); } catch (error) { hold(error); }
    },
    pageData(text) {
        try {
            const tag = lowerResultText(valueOf(text).data);
            if (tag < 0) throw new RangeError("the floor takes short texts only");
            return tag;
        } catch (error) { return hold(error), 0; }
    },
    pageFirstChild(node) {
        try {
            const child = valueOf(node).firstChild;
            return child === null ? -1 : own(child);
        } catch (error) { return hold(error), -1; }
    },
    pageCreate(address, tag) {
        try { return own(document.createElement(liftText(address, tag))); } catch (error) { return hold(error), 0; }
    },
    pageSetText(node, address, tag) {
        try { valueOf(node).textContent = liftText(address, tag); } catch (error) { hold(error); }
    },
    pageAppend(node, child) {
        try { valueOf(node).appendChild(valueOf(child)); } catch (error) { hold(error); }
    },
    pageFillRect(context, x, y, width, height) {
        try { valueOf(context).fillRect(x, y, width, height); } catch (error) { hold(error); }
    },
    pageClientX(event) {
        try { return valueOf(event).clientX; } catch (error) { return hold(error), 0; }
    },
};

/** Calls an export that may call JavaScript. */
function call(run) {
    let result;
    try { result = run(); } catch (error) { throw trapped(error); }
    rethrow();
    return result;
}

let stop = null;

export async function init(bytes) {
    const imports = { ...benchImports, ...objectImports({}), ...pageImports };
    const { instance } = await WebAssembly.instantiate(bytes, { floor: imports });
    $wasm = instance.exports;
    bindMemory($wasm);
    bindObjects($wasm);
    return {
        get: (context, times) => call(() => $wasm.pageGet(own(context), times)),
        set: (context, times) => call(() => $wasm.pageSet(own(context), times)),
        call: (node, other, times) => call(() => $wasm.pageCall(own(node), own(other), times) >>> 0),
        textIn: (text, times) => call(() => $wasm.pageTextIn(own(text), times)),
        textOut: (text, times) => call(() => $wasm.pageTextOut(own(text), times) >>> 0),
        child: (node, times) => call(() => $wasm.pageChild(own(node), times) >>> 0),
        build: (list, times) => call(() => $wasm.pageBuild(own(list), times)),
        draw: (context, times) => call(() => $wasm.pageDraw(own(context), times)),
        listen(target) {
            call(() => $wasm.pageListen());
            const heard = (event) => {
                try { $wasm.pageHear(own(event)); } catch (error) { throw trapped(error); }
                rethrow();
            };
            target.addEventListener("click", heard);
            stop = () => target.removeEventListener("click", heard);
        },
        heard() {
            stop();
            return call(() => $wasm.pageHeard());
        },
    };
}
