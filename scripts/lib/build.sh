# Builds the service's jar when it is missing or older than its sources. Sourced by the scripts, after java.sh.

homeward_jar=backend/target/homeward.jar

# Small on purpose: the service keeps its working set in PostgreSQL. The shared archive halves the start.
homeward_jvm_options="--sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xms64m -Xmx160m -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=backend/target/homeward.jsa -Xlog:cds=off -Xlog:cds+dynamic=off -Xshare:auto"

homeward_is_built() {
  [ -s "$homeward_jar" ] &&
    [ -z "$(find pom.xml db backend sms-bridge kiosk-web \
      \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \) -prune -o \
      -type f -newer "$homeward_jar" -print -quit)" ]
}

homeward_build() {
  homeward_is_built && return 0
  echo "Building Homeward (a few minutes the first time) …"
  mvn -q -B -DskipTests package
  # A build that changed nothing keeps the old jar; this says that it was looked at.
  touch "$homeward_jar"
}
