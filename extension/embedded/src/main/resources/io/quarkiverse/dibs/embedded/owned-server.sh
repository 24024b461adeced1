# Runs one server for as long as its owner lives. The owner holds the other end of standard input: when that ends, however it ended,
# so does the server. A line on it ("fast", "immediate") asks for a stop at once. Prints the server's process and, when that has
# ended, the end of its log.
# $1 what the end of input means: "smart" (let sessions and leases finish) or "immediate"; $2 folder of leases; $3 log; $4 folder to
# remove afterwards, or empty; $5 the data folder; then the server's command.
trap '' HUP INT TERM
orphaned=$1 leases=$2 log=$3 remove=$4 stopping=$5/dibs.stopping
shift 5
exec 3<&0 4>&1
rm -f "$stopping"
"$@" </dev/null >"$log" 2>&1 3<&- 4>&- &
server=$!
echo "$server"
exec >/dev/null 2>&1

leased() {
  for lease in "$leases"/*; do
    name=${lease##*/}
    case $name in
      '*') ;;
      keep) return 0 ;;
      # "kill -0" also fails for a living process of another user
      *) if kill -0 "${name%%.*}" || [ -d "/proc/${name%%.*}" ]; then return 0; fi ;;
    esac
  done
  return 1
}

# A new user writes its lease and then looks for the mark; this writes the mark and then looks for leases: one of them sees the other.
await_leases() {
  while :; do
    while leased; do sleep 0.2; done
    : >"$stopping"
    leased || return 0
    rm -f "$stopping"
  done
}

(
  read -r how <&3 || how=$orphaned
  case $how in
    immediate) kill -QUIT "$server" ;;
    fast) kill -INT "$server" ;;
    *)
      await_leases
      kill -TERM "$server"
      left=100
      while [ "$left" -gt 0 ] && kill -0 "$server"; do
        sleep 0.1
        left=$((left - 1))
      done
      kill -INT "$server"
      ;;
  esac
) 4>&- &
reader=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$reader"
tail -c 4000 "$log" >&4
rm -f "$stopping"
[ -z "$remove" ] || rm -rf "$remove"
exit "$status"
