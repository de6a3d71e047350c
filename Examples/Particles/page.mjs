// Loads the module, whose Swift begins at its `@main`. All that the page does is there.
try {
  const { init } = await import("./dist/particles.js");
  await init();
} catch (error) {
  document.querySelector("[data-bound]").textContent =
    "The Swift module did not load. Build it in the root of the repository, then reload this page: swift run bindgen build --package-path Examples/Particles";
  document.documentElement.dataset.state = `failed: ${error.message}`;
}
