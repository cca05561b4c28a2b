# Sourced by ./mvnw and ./demarche: sets JAVA_HOME to a JDK of release 25 or later.
# Reads the `release` file of each candidate, so that no JVM is started for the search.

# Prints the feature release of the JDK in folder $1; nothing if there is no compiler in it.
jdk_feature() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' "$1/release" | head -n 1
}

# Takes the folder $1 as JAVA_HOME if it is recent enough.
jdk_take() {
  jdk_found=$(jdk_feature "$1")
  [ -n "$jdk_found" ] && [ "$jdk_found" -ge 25 ] || return 1
  JAVA_HOME=$1
  export JAVA_HOME
}

# The home of the `javac` on PATH, through its links; nothing without one.
jdk_on_path() {
  jdk_javac=$(command -v javac 2>/dev/null) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null) || return 0
  printf '%s\n' "${jdk_javac%/bin/javac}"
}

find_jdk() {
  jdk_take "${JAVA_HOME:-}" && return 0
  jdk_take "${JDK25_HOME:-}" && return 0
  jdk_take "$(jdk_on_path)" && return 0
  for jdk_home in /usr/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
      "${HOME:-/nonexistent}"/.jdks/* /opt/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    jdk_take "$jdk_home" && return 0
  done
  echo "$1: no JDK of release 25 or later found; install one (Temurin 25, for example) or set JAVA_HOME to it" >&2
  return 1
}
