# Finds a Chromium for the browser tests, and installs Debian's where it may. Sets CHROMIUM. Sourced by the scripts.

homeward_find_chromium() {
  local candidate
  if [ -z "${CHROMIUM:-}" ]; then
    for candidate in chromium chromium-browser google-chrome; do
      if command -v "$candidate" >/dev/null 2>&1; then
        CHROMIUM=$(command -v "$candidate")
        break
      fi
    done
  fi
  if [ -z "${CHROMIUM:-}" ] && command -v apt-get >/dev/null 2>&1; then
    local root=
    [ "$(id -u)" = 0 ] || root="sudo -n"
    echo "Installing Chromium for the browser tests …"
    $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends chromium >/dev/null || true
    CHROMIUM=$(command -v chromium || true)
  fi
  if [ -z "${CHROMIUM:-}" ]; then
    echo "The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path." >&2
    exit 1
  fi
  export CHROMIUM
}
