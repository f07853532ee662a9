#!/bin/sh
# docs/custody.md by hand: the file example/door.txt against example/history.json, with nothing but printf, base64,
# sha256sum and openssl. All that is written out below was copied from the history and from example/keys.txt.
# Ends with 0 only if everything is right. ML-DSA-44, the second signature, is left out: openssl knows it from 3.5 on.
set -eu
cd "$(dirname "$0")/example"
w=$(mktemp -d)
trap 'rm -rf "$w"' EXIT

sha256() { openssl dgst -sha256 -binary; }
bytes() { printf '%s' "$1" | base64 -d; }
same() { [ "$1" = "$2" ] || { echo "WRONG: $3"; exit 1; }; echo "right: $3"; }

# 1. The digest of the file in hand. The event of receipt must have named it.
digest=$(sha256sum < door.txt | cut -d ' ' -f 1)

# 2. Each of the twelve fields becomes a commitment (section 2). Two are withheld: their commitments are given instead.
shown() { { printf 'aletheia/field/v1\n'; bytes "$2"; printf '%s' "$3"; } | sha256 > "$w/$1"; }
withheld() { bytes "$2" > "$w/$1"; }
shown    c01      J0FUujCrnk8GZPLcj6fG0kfIzQ5pw2lpcLSM5jX/g20= '["schema",1]'
shown    c02      8Wh5YDH9E0fF2E7+oRFlgjmT4PhHGsurQHwbp7LaAuA= '["type","CE-RECEIVED"]'
shown    c03      iY2cvNayMZsDaXgulwB2x7o9DOA0lmij75IClZDwbmk= '["id","01a20690-db5b-7083-a590-4937ac4ade79"]'
shown    c04      fmIND/nKeTbDNHN6PAUjBvblWcrkLiQDh/h6+0cbuE4= '["time","2026-05-28T20:26:39.412Z"]'
withheld c05      4hivJHVoSyepVNdwmxBR87Jub/HZGftk3wI6tiBZkws=
withheld c06      rWNJP4TI6ThPhFmCZk0hJobcJfuJcwiwHblp/U/kTTE=
shown    c07      TevA5LRXGGEaFW9ASLHDmOaXgOPrKOnRvHBso56irc4= '["role","documenter"]'
shown    c08      APJLsPnic6oFekwmCvdU36b9d2qdq3k8OwjgmYPGAwQ= '["purpose","documentation"]'
shown    c09      V7t8OjRxPRBJLR8wXnd4RE0mq539Mnu1No0ah29bBKc= '["reason",null]'
shown    c10      sL8ouIm7ohOgeY9mWUk810T6+CvjQrOlQnpTINre/Yo= '["subject",{"id":"01a20690-da71-7031-b2c0-b0cb7eaf9a95","kind":"item"}]'
shown    c11      BRKQ+IvqC+UzFYBHRw+pdMj5zPWfH0zwwYdIKkP1dhs= '["revision",null]'
shown    c12      8ljXE6LytJYQcrVgLVPTXfFIIl1zrIfmtB+1OZkLNdk= '["detail",{"digests":{"sha-256":"'$digest'"},"size":38}]'

# 3. The commitments in their order make the log entry, and the entry makes the leaf.
{ printf 'aletheia/event/v1\n'; cat "$w"/c??; } | sha256 > "$w/entry"
{ printf '\000'; cat "$w/entry"; } | sha256 > "$w/leaf"

# 4. The leaf has index 1 in a tree of 3: its sibling stands left of it, and theirs right of both (section 5).
{ printf '\001'; bytes 410k60LEzQXdOa3BMP8NZFH4X7DHKSAS0ad2uC/Ovlg=; cat "$w/leaf"; } | sha256 > "$w/node"
{ printf '\001'; cat "$w/node"; bytes 2CJ8RWIEUC9oxJzRZm4xpFhLaHhtHbr8gI/zVUSapis=; } | sha256 > "$w/root"
printf 'evidence.example/log\n3\n%s\n' "$(base64 < "$w/root")" > "$w/checkpoint"
same "$(base64 < "$w/root")" Z2daSQmTdMrYkte58lTZ2Vz/ZWUFrLMlSwTCzdGfLcw= "the leaf is in the tree of the checkpoint"

# 5. The key of the log, got by another way: name+id+base64(type, key). The id is a hash of the rest.
bytes ARj/Ynld38FY2BfgI/GFSmi1ZoUXU11SN5uTzSKZpEg+ > "$w/typed"
id=$({ printf 'evidence.example/log\n'; cat "$w/typed"; } | sha256sum | cut -c 1-8)
same "$id" 94727e43 "the key has its id"

# 6. The signature of that key over the checkpoint: the id (4 bytes), then Ed25519 (64 bytes).
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; tail -c 32 "$w/typed"; } > "$w/key.der"
bytes lHJ+QxGZiwttyS+M/im7XS7OyomFBx37QUxBWXX0LgldooQ2NgPS8onY1XNBTophWouDYYpO+SsVvwvbNkdMJsPbAQw= | tail -c 64 > "$w/signature"
openssl pkeyutl -verify -rawin -in "$w/checkpoint" -sigfile "$w/signature" -pubin -keyform DER -inkey "$w/key.der" > /dev/null
echo "right: the log has signed the checkpoint"

echo "held by evidence.example/log before this checkpoint was signed, and unchanged since;"
echo "not shown: who made the file, when, where, or that what it says is true"
