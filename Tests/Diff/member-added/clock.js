export const Clock = { now: () => Date.now(), zone: () => "UTC" };
