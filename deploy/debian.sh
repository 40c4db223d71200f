# shellcheck shell=bash
# A Debian in a folder, for try-image and try-units, which read this file.

die() {
  echo "$0: $*" >&2
  exit 1
}

need() {
  [ "$(id -u)" = 0 ] || die "this wants to be root, to make a file system and change into it"
  for program in "$@"; do
    command -v "$program" >/dev/null || die "this needs $program"
  done
}

# debian FOLDER SUITE [PACKAGES WITH COMMAS BETWEEN THEM]: install Debian into FOLDER. What this machine needs to reach
# the network (names, certificates that it trusts) is there too. DEBIAN_MIRROR and DEBIAN_CACHE may name a mirror and a
# folder that keeps the packages for the next time.
debian() {
  local folder=$1 suite=$2 packages=${3:-} options=(--variant=minbase)
  [ -z "$packages" ] || options+=("--include=$packages")
  [ -z "${DEBIAN_CACHE:-}" ] || options+=("--cache-dir=$(realpath "$DEBIAN_CACHE")")
  mkdir -p "$folder"
  quietly debootstrap "${options[@]}" "$suite" "$folder" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"}
  cp -L /etc/resolv.conf /etc/hosts "$folder/etc/"
  cp -L /etc/ssl/certs/ca-certificates.crt "$folder$trusted"
}

# quietly COMMAND...: show what a command says only if it fails.
quietly() {
  local said
  said=$("$@" 2>&1) || { echo "$said" >&2; die "failed: $*"; }
}

# in_debian FOLDER COMMAND...: run a command in there, with a clean environment.
in_debian() {
  local folder=$1
  shift
  env -i "${debian_environment[@]}" chroot "$folder" "$@"
}

# The certificates that this machine trusts, beside those of Debian: there may be a proxy with one of its own.
trusted=/etc/trusted-outside.crt
debian_environment=(
  HOME=/root
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  "PIP_CERT=$trusted"
)
