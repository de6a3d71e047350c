// What is measured with one thread and with two: a whole picture, or one half of it. Both halves are the same work.

export const kernels = {
  Mandelbrot: {
    size: [1024, 768],
    prepare() {},
    run: (picture, half) => picture.paint(-1.2, half ? 0 : 1.2, 300),
  },
  blur: {
    size: [1920, 1080],
    prepare: (picture) => picture.fill(),
    run: (picture) => picture.blur(8),
  },
};

/** Makes a picture, and gives what runs the kernel and tells how long that took. */
export function prepare({ Picture }, name, half) {
  const { size: [width, height], prepare: fill, run } = kernels[name];
  const picture = new Picture(width, half ? height / 2 : height);
  fill(picture);
  return {
    measure() {
      const start = performance.now();
      run(picture, half);
      return performance.now() - start;
    },
    sum: () => picture.sum,
  };
}
