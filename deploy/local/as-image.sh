#!/bin/sh
# Runs a program as its pod would: read-only root, 64 MiB of /tmp, user 10001, no capabilities, no new privileges, and a limit
# of memory where this machine lets us set one. Usage: as-image.sh NAME MIB DIRECTORY COMMAND...
set -eu
name=$1 mib=$2 directory=$3
shift 3
if [ "${SIREN_IN_NAMESPACE:-}" != 1 ]; then
  for memory in /sys/fs/cgroup/memory /sys/fs/cgroup; do # version 1, version 2
    group=$memory/siren-$name
    mkdir -p "$group" 2>/dev/null || continue
    for limit in memory.limit_in_bytes memory.max; do
      [ ! -w "$group/$limit" ] || { echo $((mib * 1024 * 1024)) >"$group/$limit" && echo $$ >"$group/cgroup.procs" && limited=1; }
    done
    [ -z "${limited:-}" ] || break
    rmdir "$group" 2>/dev/null || true
  done
  [ -n "${limited:-}" ] || echo "as-image: this machine lets us set no limit of memory; Java alone is told $mib MiB" >&2
  export SIREN_IN_NAMESPACE=1
  exec unshare --map-root-user --mount --propagation private "$0" "$name" "$mib" "$directory" "$@"
fi
mount -t tmpfs -o size=64m,mode=1777 tmpfs /tmp
awk '$2 !~ "^/(proc|sys|dev|tmp)(/|$)" { print $2 }' /proc/self/mounts | while read -r place; do
  mount -o remount,bind,ro "$place"
done
unset SIREN_IN_NAMESPACE
cd "$directory"
exec unshare --user --map-user=10001 --map-group=10001 setpriv --no-new-privs "$@"
