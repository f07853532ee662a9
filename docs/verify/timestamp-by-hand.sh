#!/bin/sh
# docs/custody.md §13 by hand: whether the checkpoint in a receipt was timestamped, with nothing but tr, sed, printf, base64
# and openssl. Arguments: the receipt, and the authority's root in PEM, got from the authority. Takes the last timestamp of
# the receipt; ends with 0 only if it holds. The chain is checked at the present time: add -attime below for an old token.
set -eu
w=$(mktemp -d)
trap 'rm -rf "$w"' EXIT

# The value of a key that stands once, or last.
text() { tr -d '\n' < "$1" | sed -n "s/.*\"$2\" *: *\"\([^\"]*\)\".*/\1/p"; }

# 1. What was timestamped: all behind the first empty line of the proof.
printf '%b' "$(text "$1" proof)" | sed '1,/^$/d' > "$w/checkpoint"

# 2. The token, with its certificates and revocation lists.
text "$1" token | base64 -d > "$w/token.tst"

# 3. Digest, signature, purpose and chain.
openssl ts -verify -data "$w/checkpoint" -in "$w/token.tst" -token_in -CAfile "$2" 2>&1 || exit 1

# 4. What it says: time, accuracy, policy, number.
openssl ts -reply -in "$w/token.tst" -token_in -text 2>/dev/null | grep -E '^(Time stamp|Accuracy|Policy OID|Serial number):'
