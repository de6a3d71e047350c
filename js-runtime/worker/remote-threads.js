// A module with threads in the worker.

// @part open/threads needs remote
/** As without threads; the module in the worker has some of its own. */
const $open = async ({ module, worker, threads }) => {
  const channel = $connect(await $spawn($fingerprint, worker));
  await $call(0, { channel }, [module?.href ?? module, $flags?.buffer, threads]).catch((error) => {
    channel.fail();
    throw error;
  });
  return channel;
};
