export const Host = {
    later: (value) => Promise.resolve(value),
};
