# Reads "watch PID SIGNAL" lines; at the end of input, stops what is still alive, newest first.
# $1: the file that says, by this pid, that children may still be alive
# $2: how many seconds a child may take over its orderly end
trap "" INT TERM HUP
echo $$ > "$1"

# A pid may be given to another process; its time of start tells the two apart.
started() {
    if [ -r "/proc/$1/stat" ]; then
        sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d " " -f 20
    else
        ps -o lstart= -p "$1" 2>/dev/null | tr " " "_"
    fi
}
is_alive() {
    kill -0 "$1" 2>/dev/null && [ "$(started "$1")" = "$2" ]
}

watched=
while read -r verb pid signal; do
    [ "$verb" = watch ] && watched="$pid:$(started "$pid"):$signal $watched"
done

each() {
    for entry in $watched; do
        pid=${entry%%:*}
        rest=${entry#*:}
        if is_alive "$pid" "${rest%%:*}"; then
            found=yes
            [ -z "$1" ] || kill -s "$1" "$pid" 2>/dev/null
            [ -n "$1" ] || [ -z "$first" ] || kill -s "${rest##*:}" "$pid" 2>/dev/null
        fi
    done
}

first=yes
found=
each ""
first=
tries=0
while [ -n "$found" ] && [ $tries -lt $(($2 * 10)) ]; do
    sleep 0.1
    tries=$((tries + 1))
    found=
    each ""
done
each KILL
rm -f "$1"
