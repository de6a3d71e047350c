const shuffled = [];

/** Calls back with the value, at the time that is asked for, and gives the closure back to Swift. */
export const Host = {
  later(value, when, wake) {
    const answer = () => {
      wake(value);
      wake.dispose();
    };
    if (when === "now") answer();
    else if (when === "microtask") Promise.resolve().then(answer);
    else if (when === "timer") setTimeout(answer, 1);
    else if (when === "shuffled") {
      shuffled.push(answer);
      if (shuffled.length > 1) return;
      setTimeout(() => {
        for (const call of shuffled.splice(0).sort(() => Math.random() - 0.5)) call();
      }, 1);
    }
  },
  fail() {
    throw new RangeError("the host failed");
  },
};
