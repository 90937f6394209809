# Finds what gives the kiosk its voice, and installs Debian's where it may. Sourced by the scripts.

homeward_can_speak() {
  command -v espeak-ng >/dev/null 2>&1 && command -v opusenc >/dev/null 2>&1
}

# Without it the kiosk is built all the same, and speaks only where the tablet has a voice or a person has recorded one.
homeward_find_speech() {
  if ! homeward_can_speak && command -v apt-get >/dev/null 2>&1; then
    local root=
    [ "$(id -u)" = 0 ] || root="sudo -n"
    echo "Installing espeak-ng and opus-tools for the kiosk's speech …"
    { $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends espeak-ng opus-tools; } >/dev/null 2>&1 || true
  fi
  homeward_can_speak || echo "Without espeak-ng and opusenc (Debian: espeak-ng, opus-tools) the kiosk has no speech of its own." >&2
}

homeward_need_speech() {
  homeward_find_speech
  homeward_can_speak || {
    echo "The tests of the kiosk's speech need them. Install them, then run this again." >&2
    exit 1
  }
}
