# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Sourced by ./run, ./test and ./schakel: finds or installs what is needed, and builds what changed.
# shellcheck shell=bash

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
artifacts="$root/artifacts"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false NUGET_XMLDOC_MODE=skip
# A home folder that cannot be written (a service account, a container) must not stop the build.
if [ -z "${HOME:-}" ] || [ ! -w "${HOME:-/}" ]; then
  export DOTNET_CLI_HOME="$root/.schakel/home"
  mkdir -p "$DOTNET_CLI_HOME"
fi

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  if command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^10\.0\.[4-9]'; then return 0; fi
  say "Schakel needs the .NET 10 SDK (10.0.400 or later), and there is none on this machine."
  say "Install package dotnet-sdk-10.0 from Microsoft's feed for Debian 12:"
  say "  https://learn.microsoft.com/dotnet/core/install/linux-debian"
  say "Then start this command again. Nothing was changed."
  exit 1
}

# need_packages COMMAND=PACKAGE...: installs Debian packages whose command is missing (as root), or says how to.
need_packages() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing ${missing[*]} …"
    if { apt-get -o DPkg::Lock::Timeout=300 update -qq &&
         DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}"; } >&2; then
      return 0
    fi
  fi
  say "Some programs are missing. Install them first:"
  say "  sudo apt-get install -y --no-install-recommends ${missing[*]}"
  return 1
}

# need_postgres: the second store of the workspace. As need_packages, for programs that are not on the path.
need_postgres() {
  [ -x /usr/lib/postgresql/15/bin/initdb ] && [ -f /usr/share/postgresql/15/extension/postgis.control ] && return 0
  need_packages schakel-needs-postgres=postgresql-15 schakel-needs-postgis=postgresql-15-postgis-3
}

# The sources of a build: all files of src but what builds leave there.
source_files() {
  find "$root/src" "$root/global.json" "$root/Directory.Build.props" "$root/Directory.Build.targets" "$root/Directory.Packages.props" \
    \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/browser' -o -path '*/wwwroot/vendor' \) -prune -o -type f "$@"
}

# Changed = a source newer than the stamp, one that came or went, or another place (a moved or copied checkout).
fingerprint() { printf '%s %s\n' "$root" "$(source_files -print | sort | cksum)"; }
changed_since() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$(fingerprint)" ] || return 0
  [ -n "$(source_files -newer "$1" -print -quit)" ]
}

# publish NAME PROJECT [EXTRA…]: publishes a program into artifacts/NAME in one step, when its sources changed.
publish() {
  local name="$1" project="$2"; shift 2
  local stamp="$artifacts/$name.stamp"
  changed_since "$stamp" || return 0
  need_dotnet
  mkdir -p "$artifacts"
  (
    flock 9
    changed_since "$stamp" || exit 0
    say "Building $name …"
    local started log="$artifacts/$name.log" target="$artifacts/$name.next"
    started="$(mktemp "$artifacts/$name.started.XXXXXX")"
    fingerprint > "$started"
    rm -rf "$target"
    if ! dotnet publish "$root/$project" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -p:RestoreLockedMode=true \
        -o "$target" "$@" > "$log" 2>&1; then
      grep -E 'error|warn' "$log" | sort -u | head -n 30 >&2 || tail -n 30 "$log" >&2
      say "The build of $name failed; the whole log is in $log"
      rm -rf "$target" "$started"
      exit 1
    fi
    rm -rf "$artifacts/$name.previous"
    [ -d "$artifacts/$name" ] && mv "$artifacts/$name" "$artifacts/$name.previous"
    mv "$target" "$artifacts/$name"
    rm -rf "$artifacts/$name.previous"
    # The stamp carries the time at which the build began: a file saved during it counts as changed.
    mv "$started" "$stamp"
  ) 9> "$artifacts/.lock"
}
