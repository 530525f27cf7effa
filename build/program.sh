# Sourced by ./marque when there is no current program: builds one, one builder at a time, and sets $program.
# shellcheck shell=sh disable=SC2154  # $root, $home, $sources and current come from ./marque

say() { printf 'marque: %s\n' "$*" >&2; }
stop() { code=$1; shift; say "$@"; exit "$code"; }

build_program() {
  mkdir -p "$home" 2>/dev/null && [ -w "$home" ] || stop 2 "cannot write $home; make it writable or clone Marque where you may write"
  lock
  current # another run may have built it while this one waited
  if [ -z "$program" ]; then
    : >"$home/stamp.new" # before reading the sources: a change during the build is seen by the next run
    digest=$(digest_of_sources)
    for kind in native r2r; do kept "$digest-$kind" && break; done || publish
    mv "$home/stamp.new" "$home/stamp"
    forget_old
  fi
  unlock
}

# One builder at a time. Descriptor 9 holds the lock, so a killed build frees it; children must not inherit it.
lock() {
  if command -v flock >/dev/null; then
    exec 9>"$home/lock"
    flock -n 9 || { say "another run is building the program; waiting for it"; flock 9; }
  else
    until mkdir "$home/lock.d" 2>/dev/null; do
      builder=$(cat "$home/lock.d/pid" 2>/dev/null)
      if [ -n "$builder" ] && ! kill -0 "$builder" 2>/dev/null; then rm -rf "$home/lock.d"; else sleep 1; fi
    done
    echo $$ >"$home/lock.d/pid"
    trap 'rm -rf "$home/lock.d"' EXIT
  fi
}
unlock() { exec 9>&-; rm -rf "$home/lock.d"; }

digest_of_sources() {
  if command -v sha256sum >/dev/null; then sum=sha256sum; else sum='shasum -a 256'; fi
  (
    cd "$root" || exit
    # shellcheck disable=SC2086  # both are word lists
    find $sources \( -name bin -o -name obj \) -prune -o -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 $sum | $sum
  ) | cut -c1-16
}

# Takes a program that was built from these very sources before.
kept() {
  case ${MARQUE_NATIVE-}:$1 in false:*-native | true:*-r2r) return 1 ;; esac
  [ -x "$home/$1/marque" ] || return 1
  choose "$1"
}
choose() {
  echo "$1" >"$home/current.new" && mv "$home/current.new" "$home/current"
  program=$home/$1/marque
}
forget_old() { (cd "$home" && ls -dt ./*-native ./*-r2r 2>/dev/null | tail -n +4 | while read -r old; do rm -rf "$old"; done); }

publish() {
  find_sdk
  : >"$home/build.log"
  if [ "${MARQUE_NATIVE-}" != false ]; then
    say "building the program for this machine, once (about a minute; details in $home/build.log)"
    if linker_here || install_linker; then
      { restore_locked || restore native; } && step "compiling to native code" -p:DebugType=none && { accept native; return; }
      # A mistake in the source is one for every kind of program.
      ! grep -Eq 'error (CS|CA|MA|RCS|RS|IDE)[0-9]' "$home/build.log" || failed
      remedy="it could not be linked here; $home/build.log says why"
    else
      remedy="install clang and zlib1g-dev (or what your system calls them), then run once with MARQUE_NATIVE=true"
    fi
    [ "${MARQUE_NATIVE-}" != true ] || stop 2 "no native program: $remedy"
    say "no native program: $remedy"
    say "going on with the ReadyToRun program: same results, slower to start"
  fi
  restore r2r -p:MarqueNative=false && step "compiling to ReadyToRun" -p:MarqueNative=false && { accept r2r; return; }
  # Without the ReadyToRun compiler's package, plain code that the runtime compiles as it runs.
  set -- -p:MarqueNative=false -p:PublishReadyToRun=false
  restore plain "$@" && step "compiling" "$@" && { accept r2r; return; }
  failed
}

find_sdk() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  # Without a home it can write to, dotnet refuses to start, and NuGet writes into the working directory.
  if [ -w "${HOME:-/nonexistent}" ]; then build_home=$HOME; else build_home=$home/home; mkdir -p "$build_home"; fi
  for dotnet in "$(command -v dotnet)" "${DOTNET_ROOT:-/usr/share/dotnet}/dotnet" "${HOME-}/.dotnet/dotnet"; do
    # global.json in the root says which SDK serves; the first one that agrees is taken.
    [ -x "$dotnet" ] && (cd "$root" && HOME=$build_home "$dotnet" --version) >/dev/null 2>&1 && break
    dotnet=
  done
  [ -n "$dotnet" ] || stop 2 "the .NET 10 SDK is needed to build Marque, and no dotnet found here offers it.
        Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and put dotnet on the PATH, then run this again."
}

# Can a C compiler link a program here? Its presence says little: the C library's development files are a package of their own.
linker_here() {
  command -v llvm-objcopy >/dev/null || command -v objcopy >/dev/null || return 1
  if command -v clang >/dev/null; then cc=clang; elif command -v gcc >/dev/null; then cc=gcc; else return 1; fi
  echo 'int main(void){return 0;}' | "$cc" -x c -o "$home/probe" - >>"$home/build.log" 2>&1 && rm -f "$home/probe"
}

install_linker() {
  [ -z "${MARQUE_NO_INSTALL-}" ] && command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as='sudo -n'; else return 1; fi
  say "installing the linker: apt-get install clang zlib1g-dev"
  apt='env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -q -y'
  {
    $as $apt install --no-install-recommends clang zlib1g-dev ||
      { $as $apt update && $as $apt install --no-install-recommends clang zlib1g-dev; }
  } </dev/null >>"$home/build.log" 2>&1 9>&-
  linker_here
}

restore_locked() {
  say "  restoring packages"
  run restore --locked-mode
}
# Another patch of the SDK, another platform or the other kind of program brings other compiler packages than the committed lock
# files list: then with lock files of this machine's own, never by rewriting the committed ones.
restore() {
  locks=$home/locks-$1
  shift
  say "  restoring packages by $locks"
  run restore -p:MarqueLockFolder="$locks" -p:RestoreLockedMode=false "$@"
}
step() {
  say "  $1"
  shift
  rm -rf "$home/build/publish"
  run publish -c Release --no-restore "$@"
}
run() {
  verb=$1
  shift
  (cd "$root" && HOME=$build_home "$dotnet" "$verb" src/Marque.Cli --artifacts-path "$home/build" --disable-build-servers -v minimal "$@") \
    </dev/null >>"$home/build.log" 2>&1 9>&-
}

# Puts the published program under its final name in one step, so that no run ever sees half of it.
accept() {
  new=$home/$digest-$1
  rm -rf "$new" "$new.tmp"
  mkdir "$new.tmp"
  case $1 in
    # Beside the program lies the native library of the store, which is loaded when a store is opened.
    native) cp "$home/build/publish/Marque.Cli/release/marque" "$home"/build/publish/Marque.Cli/release/*e_sqlite3.* "$new.tmp/" ;;
    r2r)
      cp -R "$home/build/publish/Marque.Cli/release" "$new.tmp/app"
      # The program's own starter would look for .NET in a few fixed places only.
      printf '#!/bin/sh\nexec "%s" "${0%%/*}/app/marque.dll" "$@"\n' "$dotnet" >"$new.tmp/marque" && chmod +x "$new.tmp/marque"
      ;;
  esac && mv "$new.tmp" "$new" || stop 3 "cannot put the program into $new"
  choose "$digest-$1"
  say "  done"
}

failed() {
  grep -E '(: |^)(error|fatal error)\b' "$home/build.log" | sort -u | head -20 >&2
  stop 3 "the program could not be built; $home/build.log has the whole story"
}
