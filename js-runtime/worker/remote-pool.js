// Several workers in the place of one.

// @part pool needs open
const $start = async (options = {}) => {
  const { workers = 1 } = options;
  if (!(Number.isInteger(workers) && workers > 0)) throw new RangeError(`init: workers must be a whole number above 0, not ${workers}`);
  const opened = await Promise.allSettled(Array.from({ length: workers }, () => $open(options)));
  const channels = opened.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  const failure = opened.find(({ status }) => status === "rejected");
  if (failure) {
    for (const channel of channels) channel.fail();
    throw failure.reason;
  }
  $channels = channels;
};
/** The worker with the least to do, of those that live. */
const $pick = (name) => {
  if ($channels.length === 0) throw new Error(`${name}: call and await init() first`);
  return $channels.reduce((one, other) => (one.dead || (!other.dead && other.waiting < one.waiting) ? other : one));
};
