# Finds a JDK 25 or newer: JAVA_HOME, then where systems keep their JVMs. Sets JAVA_HOME. Sourced by the scripts.

homeward_java_major() {
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'
}

homeward_find_java() {
  local candidate major
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    major=$(homeward_java_major "$candidate")
    if [ "${major:-0}" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  echo "Homeward needs a JDK 25 or newer, and found none in JAVA_HOME or where this system keeps its JVMs." >&2
  echo "Install one (for instance Temurin 25) or set JAVA_HOME to it, then run this again." >&2
  exit 1
}

homeward_need() {
  command -v "$1" >/dev/null 2>&1 || {
    echo "Homeward needs $2, and found no \"$1\". Install it, then run this again." >&2
    exit 1
  }
}

homeward_find_java
homeward_need mvn "Maven 3.8 or newer"
homeward_need npm "Node 20 or newer with npm"
