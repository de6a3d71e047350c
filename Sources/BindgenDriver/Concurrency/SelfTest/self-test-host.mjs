export const Host = { later: (value, answer) => void Promise.resolve().then(() => answer(value)) };
