#!/bin/sh
# Restarts the servers behind nginx one after another; no request is lost. Run as root on the machine of nginx.
# Before a server is told to stop it is taken out of nginx's list and nginx has let go of it; it comes back into the
# list when /readyz says so.
set -eu
SERVERS=${SERVERS:-/etc/nginx/anxin-servers.conf}
# The command gets the port as its last argument.
RESTART=${RESTART:-restart_unit}
RELOAD=${RELOAD:-nginx -s reload}
# nginx needs a moment to bring up its new processes.
SETTLE=${SETTLE:-2}
PATIENCE=${PATIENCE:-120}

restart_unit() { systemctl restart "anxin-server@$1"; }

is_ready() {
  if command -v curl > /dev/null; then curl -fs -o /dev/null "http://$1/readyz"; else wget -q -O /dev/null "http://$1/readyz"; fi
}

mark() { # address, text before the semicolon
  sed "s/^\( *server $1\)[^;]*;/\1$2;/" "$SERVERS" > "$SERVERS.new"
  cat "$SERVERS.new" > "$SERVERS"
  rm "$SERVERS.new"
  $RELOAD
  sleep "$SETTLE"
}

addresses=$(sed -n 's/^ *server \([^ ;]*\).*/\1/p' "$SERVERS")
[ "$(echo "$addresses" | wc -l)" -ge 2 ] || { echo "需要至少两台 / at least two servers are needed: $SERVERS" >&2; exit 1; }
for address in $addresses; do
  mark "$address" ' down'
  $RESTART "${address##*:}"
  waited=0
  until is_ready "$address"; do
    waited=$((waited + 1))
    [ "$waited" -le "$PATIENCE" ] || { echo "没有就绪，其余的没有重启 / not ready, the others were left alone: $address" >&2; exit 1; }
    sleep 1
  done
  mark "$address" ''
  echo "已重启 / restarted: $address"
done
