# Builds the service's jar when it is missing or older than its sources. Sourced by the scripts, after java.sh.

. scripts/lib/speech.sh

homeward_jar=backend/target/homeward.jar
homeward_aot=backend/target/homeward.aot

# Small on purpose: the service keeps its working set in PostgreSQL, not in its heap. Protobuf, below Tink, still uses
# what Java is about to take away, and says so at each start unless it is allowed.
homeward_jvm_options="--sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xms48m -Xmx128m -XX:ReservedCodeCacheSize=64m"
# One malloc arena a core would keep tens of megabytes that nobody uses.
export MALLOC_ARENA_MAX=2

homeward_is_built() {
  [ -s "$homeward_jar" ] &&
    [ -z "$(find pom.xml db backend sms-bridge kiosk-web \
      \( -name target -o -name node_modules -o -name dist -o -name '*.md' -o -path '*/src/test' -o -path 'kiosk-web/e2e' \) -prune -o \
      -type f -newer "$homeward_jar" -print -quit)" ]
}

# A start on an empty data directory, of which Java keeps the loaded and linked classes (JEP 483, 514): the next starts
# take a third of the time.
homeward_train() {
  local data log process
  data=$(mktemp -d)
  log=$data/log
  rm -f "$homeward_aot"
  HOMEWARD_DATA=$data/homeward HOMEWARD_PORT=0 HOMEWARD_BIND=127.0.0.1 HOMEWARD_CARRIER=none HOMEWARD_DEMONSTRATION=false \
    HOMEWARD_DB_URL='' HOMEWARD_ADMIN_PASSWORD=unused-on-a-throw-away-start HOMEWARD_PUBLIC_URL='' HOMEWARD_TLS_CERT='' HOMEWARD_TLS_KEY='' \
    "$JAVA_HOME/bin/java" $homeward_jvm_options -XX:AOTCacheOutput="$homeward_aot" -jar "$homeward_jar" >"$log" 2>&1 &
  process=$!
  while kill -0 "$process" 2>/dev/null && ! grep -q "Homeward is ready" "$log"; do sleep 0.1; done
  kill -TERM "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  if [ ! -s "$homeward_aot" ]; then
    echo "The service did not start in the build:" >&2
    cat "$log" >&2
    rm -rf "$data"
    return 1
  fi
  rm -rf "$data"
}

homeward_build() {
  if ! homeward_is_built; then
    homeward_find_speech
    echo "Building Homeward (a few minutes the first time) …"
    mvn -q -B -DskipTests package
    # Maven leaves a jar alone in which nothing changed.
    touch "$homeward_jar"
  fi
  [ "$homeward_aot" -nt "$homeward_jar" ] || homeward_train
  homeward_jvm_options="$homeward_jvm_options -XX:AOTCache=$homeward_aot"
}
