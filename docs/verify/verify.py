"""A second verifier, written from docs/custody.md: Python 3.9 or newer, nothing to install.
    python3 verify.py ORIGIN KEYS HISTORY-OR-RECEIPT [FILE]
KEYS has one vkey a line, got by another way than the rest. Exit code 0 verified, 1 a check failed, 2 unusable input.
It shows that these bytes were held by ORIGIN no later than the time it prints and are unchanged since; it does not show
who made them, when, where, or that what they show is true. Cosigners are verified where their key is given, not required."""
import base64, hashlib, json, re, sys, time
from signatures import ed25519, ml_dsa_44

FIELDS = "schema type id time actor organisation role purpose reason subject revision detail".split()
KINDS = {1: ("ed25519", 32, 64), 4: ("ed25519-cosignature", 32, 72), 6: ("ml-dsa-44", 1312, 2428)}

def need(condition, why):
    if not condition:
        raise ValueError(why)
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()
def unbase64(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 has one form for some bytes")
    return raw
def hash32(text):
    raw = unbase64(text)
    need(len(raw) == 32, "a hash has 32 bytes")
    return raw
def decimal(text):
    need(re.fullmatch("0|[1-9][0-9]{0,18}", text, re.ASCII) and int(text) < 1 << 63, "not a decimal")
    return int(text)

def read_json(data):  # canonical JSON: custody.md, section 1
    def pairs(items):
        need(len(dict(items)) == len(items), "a key stands twice")
        return dict(items)
    refuse = lambda token: need(False, "not a number of canonical JSON: " + token)
    return json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_float=refuse, parse_constant=refuse)

def canonical(value, depth=32):
    if value is None or isinstance(value, (bool, str)):
        need(not re.search("[\0\ud800-\udfff]", str(value)), "a character that is refused")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        need(abs(value) < 1 << 53, "an integer that is too large")
        return str(value)
    need(depth > 0, "nested too deep")
    if isinstance(value, list):
        return "[" + ",".join(canonical(v, depth - 1) for v in value) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(k) + ":" + canonical(value[k], depth - 1) for k in keys) + "}"

def entry(event):  # events and lists: sections 2 to 4
    need(set(event) == {"format", "fields"} and event["format"] == "aletheia/event/v1", "not a disclosed event")
    need([field["name"] for field in event["fields"]] == FIELDS, "not the twelve fields in their order")
    commitments, shown = [], {}
    for field in event["fields"]:
        if set(field) == {"name", "value", "salt"}:
            pair = canonical([field["name"], field["value"]]).encode()
            commitments.append(sha(b"aletheia/field/v1\n", hash32(field["salt"]), pair))
            shown[field["name"]] = field["value"]
        else:
            need(set(field) == {"name", "commitment"}, "not a field")
            commitments.append(hash32(field["commitment"]))
    return sha(b"aletheia/event/v1\n", *commitments), shown

def root_from(leaf, index, size, path):  # RFC 9162, section 2.1.3.2
    need(0 <= index < size, "the index is outside the tree")
    node, last, value = index, size - 1, leaf
    for sibling in path:
        need(last > 0, "the path is too long")
        if node & 1 or node == last:
            value = sha(b"\1", sibling, value)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            value = sha(b"\1", value, sibling)
        node, last = node >> 1, last >> 1
    need(last == 0, "the path is too short")
    return value

def subject(shown, opening):
    about = shown.get("subject")
    if about is not None and about["kind"] == "subject-list" and opening is not None:
        pair = canonical([opening["place"], opening["subject"]]).encode()
        leaf = sha(b"\0", sha(b"aletheia/subject/v1\n", hash32(opening["salt"]), pair))
        found = root_from(leaf, opening["place"], 65536, [hash32(text) for text in opening["path"]])
        need(found == hash32(about["root"]), "the opening belongs to another list")
        about = opening["subject"]
    return (about["kind"], about["id"]) if about is not None and about["kind"] != "subject-list" else None

def vkey(line):  # keys, notes, proofs: section 5
    name, key_id, typed = line.split("+", 2)
    raw = unbase64(typed)
    need(raw[0] in KINDS and len(raw) == 1 + KINDS[raw[0]][1], "not a key of a known type: " + name)
    need(sha(name.encode(), b"\n", raw)[:4].hex() == key_id, "the key id is not that of the key: " + name)
    return name, bytes.fromhex(key_id), raw[0], raw[1:]

def message(kind, name, stated, proof):
    if kind != 6:
        return (b"cosignature/v1\ntime %d\n" % stated if kind == 4 else b"") + proof["text"].encode()
    opaque = lambda text: bytes([len(text.encode())]) + text.encode()
    tree = bytes(8) + proof["size"].to_bytes(8, "big") + proof["root"]
    return b"subtree/v1\n\0" + opaque(name) + stated.to_bytes(8, "big") + opaque(proof["origin"]) + tree

def open_note(proof, keys):
    """The signatures of known keys, as (name, type, time or None); one that fails spoils the note."""
    found = []
    for name, blob in proof["signatures"]:
        for _, _, kind, key in [known for known in keys if known[:2] == (name, blob[:4])]:
            need(len(blob) == 4 + KINDS[kind][2], "a signature of another length")
            stated = None if kind == 1 else int.from_bytes(blob[4:12], "big", signed=True)
            need(stated is None or stated >= 0, "a time before all times")
            signature, algorithm = blob[4:] if kind == 1 else blob[12:], ml_dsa_44 if kind == 6 else ed25519
            need(algorithm(key, message(kind, name, stated, proof), signature), "bad signature of " + name)
            found.append((name, kind, stated))
    need(found, "no known key has signed")
    return found

def read_note(text):
    body, gap, tail = text.rpartition("\n\n")
    need(gap and tail.endswith("\n") and not re.search("[\0-\x09\x0b-\x1f]", text), "not a signed note")
    lines = [re.fullmatch("\u2014 ([^\\s+]+) ([^\\s]+)", line) for line in tail[:-1].split("\n")]
    need(all(lines) and len(lines) <= 64, "not a signed note")
    return {"text": body + "\n", "signatures": [(line[1], unbase64(line[2])) for line in lines]}

def read_proof(text):
    head, _, note = text.partition("\n\n")
    start = re.fullmatch("c2sp.org/tlog-proof@v1\n(?:extra ([^\n]+)\n)?index ([^\n]+)((?:\n[^\n]+)*)", head)
    signed = read_note(note)
    tree = signed["text"][:-1].split("\n")
    need(start and len(tree) > 2 and all(tree), "not a tlog-proof")
    unbase64(start[1] or "")
    return dict(signed, index=decimal(start[2]), path=[hash32(line) for line in start[3].split("\n")[1:]],
                origin=tree[0], size=decimal(tree[1]), root=hash32(tree[2]))

def promise(note, origin, leaf, keys):  # section 7
    signed, day, hour = read_note(note), "[0-9]{4}-[01][0-9]-[0-3][0-9]", "[0-2][0-9](:[0-5][0-9]){2}[.][0-9]{3}"
    lines = re.fullmatch("aletheia/promise/v1\n([^\n]+)\n([^\n]+)\n%sT%sZ\n" % (day, hour), signed["text"])
    need(lines and open_note(signed, keys), "not a promise")
    need(lines[1] == origin and hash32(lines[2]) == leaf, "it speaks of another log or entry")

def verify(origin, keys, document, digest):  # the checklist: sections 6 and 7; a receipt is one event with its promise
    single = document["format"] == "aletheia/receipt/v1"
    need(single or document["format"] == "aletheia/item-history/v1", "neither an item history nor a receipt")
    failed, about, heads, places, held = [], set(), {}, [], None
    promising = [key for key in keys if key[0] == origin + "/promise"]
    def check(code, work, *values):
        try:
            detail = work(*values)
            print("[ok]  ", code)
            return detail
        except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as e:
            failed.append(code)
            print("[FAIL] %s: %s" % (code, e))
    steps = [dict(document, number=1)] if single else document["events"]
    for step in steps:
        leaf, shown = entry(step["event"])
        hidden = [name for name in FIELDS if name not in shown]
        print("[note] event %d: entry %s, withheld:" % (step["number"], leaf.hex()), *hidden)
        if single and promising and step.get("promise") is not None:
            check("promise", promise, step["promise"], origin, leaf, promising)
        before, signed, proof = len(failed), [], check("proof", read_proof, step.get("proof") if single else step["proof"])
        if proof:
            places.append((step["number"], proof["index"]))
            heads.setdefault(proof["size"], set()).add(proof["root"])
            check("origin", need, proof["origin"] == origin, "found " + proof["origin"])
            signed = check("signature", open_note, proof, keys) or []
            for kind in {key[2] for key in keys if key[0] == origin}:
                check("signature-" + KINDS[kind][0], need, (origin, kind) in [s[:2] for s in signed], "absent")
            included = check("inclusion", root_from, sha(b"\0", leaf), proof["index"], proof["size"], proof["path"])
            check("inclusion", need, included == proof["root"], "the path leads to another root")
        received = shown.get("type") in ("CE-RECEIVED", "CE-REGISTERED") and (shown.get("detail") or {}).get("digests")
        if received and digest == received.get("sha-256") and held is None and (single or len(failed) == before):
            held = max([stated for _, _, stated in signed if stated], default=0)
        about.add(None if single else check("subject", subject, shown, step.get("opening")))
    numbers, order = sorted(step["number"] for step in steps), [index for _, index in sorted(places)]
    if not single:
        check("numbering", need, numbers and numbers == list(range(1, len(numbers) + 1)), "a hole, or no events")
        check("log-order", need, order == sorted(set(order)) and len(dict(places)) == len(numbers), "another order")
        check("one-tree", need, all(len(roots) == 1 for roots in heads.values()), "two roots for one size")
        check("subject", need, len(about - {None}) < 2, "the events are about different records")
    if digest:
        check("file", need, held is not None, "no event of receipt that verifies names sha-256:" + digest)
    return failed, held

def main(args):
    try:
        keys = [vkey(line.strip("\n")) for line in open(args[1], encoding="utf-8") if line.strip()]
        digest = hashlib.sha256(open(args[3], "rb").read()).hexdigest() if len(args) == 4 else None
        failed, held = verify(args[0], keys, read_json(open(args[2], "rb").read()), digest)
    except (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as e:
        print("cannot verify: %s\n\n%s" % (e, __doc__), file=sys.stderr)
        return 2
    if failed:
        print("\nNOT VERIFIED: " + ", ".join(sorted(set(failed))))
        return 1
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(held)) if held else "the unstated time of the checkpoint"
    print("\nheld by %s no later than %s" % (args[0], moment) if digest else "\nin the log of %s; no file checked" % args[0])
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
