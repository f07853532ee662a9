"""A second verifier, written from docs/custody.md: this one file, Python 3.11 or newer, nothing to install.
    python3 verify.py [--ed25519-suffices] ORIGIN KEYS HISTORY-OR-RECEIPT [FILE]
KEYS has one vkey a line, got by another way than the rest. Exit code 0 verified, 1 a check failed, 2 could not check.
It shows that these bytes were held by ORIGIN no later than the time it prints and are unchanged since; it does not show
who made them, when, where, or that what they show is true. ML-DSA-44 needs ml_dsa.py beside it, or to be waived."""
import base64, hashlib, importlib.util, json, re, sys, time
ml_dsa_44 = __import__("ml_dsa").ml_dsa_44 if importlib.util.find_spec("ml_dsa") else None
FIELDS = "schema type id time actor organisation role purpose reason subject revision detail".split()
KINDS = {1: ("ed25519", 32, 64), 4: ("ed25519-cosignature", 32, 72), 6: ("ml-dsa-44", 1312, 2428)}

def need(condition, why):
    if not condition:
        raise ValueError(why)
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
def unbase64(text, length=None):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 has one form for some bytes")
    need(length in (None, len(raw)), "a hash has 32 bytes")
    return raw
hash32 = lambda text: unbase64(text, 32)
def decimal(text):
    need(re.fullmatch("0|[1-9][0-9]{0,18}", text, re.ASCII) and int(text) < 1 << 63, "not a decimal")
    return int(text)
# Ed25519 (RFC 8032, section 5.1.7); a point is X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z
P = 2 ** 255 - 19
D = -121665 * pow(121666, -1, P) % P
def point(raw):
    y, sign = int.from_bytes(raw, "little") & (1 << 255) - 1, raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and (x or not sign), "not a point")
    return x if x & 1 == sign else P - x, y, 1, (x if x & 1 == sign else P - x) * y % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(n, p):
    half = times(n >> 1, add(p, p)) if n > 1 else (0, 1, 1, 0)
    return add(half, p) if n & 1 else half
def ed25519(key, message, signature):
    base, s = point((4 * pow(5, -1, P) % P).to_bytes(32, "little")), int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little")
    one, two = times(s, base), add(point(signature[:32]), times(h, point(key)))
    same = all((one[i] * two[2] - two[i] * one[2]) % P == 0 for i in (0, 1))
    return same and s < 2 ** 252 + 27742317777372353535851937790883648493

def read_json(data):  # canonical JSON: custody.md, section 1
    def pairs(items):
        need(len(dict(items)) == len(items), "a key stands twice")
        return dict(items)
    refuse = lambda token: need(False, "not a number of canonical JSON: " + token)
    return json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_float=refuse, parse_constant=refuse)
def canonical(value, depth=32):
    if value is None or isinstance(value, (bool, str, int)):
        need(isinstance(value, str) or abs(value or 0) < 1 << 53, "an integer that is too large")
        need(not re.search("[\0\ud800-\udfff]", str(value)), "a character that is refused")
        return json.dumps(value, ensure_ascii=False)
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
def root_from(leaf, index, size, path):  # RFC 9162, section 2.1.3: the last hash is that of the other half
    need(0 <= index < size and (size == 1) == (not path), "an index outside the tree, or a path of another length")
    if size == 1:
        return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return sha(b"\1", root_from(leaf, index, half, path[:-1]), path[-1])
    return sha(b"\1", path[-1], root_from(leaf, index - half, size - half, path[:-1]))
def inclusion(leaf, proof):
    found = root_from(sha(b"\0", leaf), proof["index"], proof["size"], proof["path"])
    need(found == proof["root"], "the path leads to another root")
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
def open_note(proof, keys):  # (name, type, time or None) of each known key; one that fails spoils the note
    found = []
    for name, blob in proof["signatures"]:
        for _, _, kind, key in [known for known in keys if known[:2] == (name, blob[:4])]:
            stated = None if kind == 1 else int.from_bytes(blob[4:12], "big", signed=True)
            need(len(blob) == 4 + KINDS[kind][2] and (stated or 0) >= 0, "of another length, or before all times")
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
    need(start and len(tree) > 2 and all(tree) and unbase64(start[1] or "") is not None, "not a tlog-proof")
    return dict(signed, index=decimal(start[2]), path=[hash32(line) for line in start[3].split("\n")[1:]],
                origin=tree[0], size=decimal(tree[1]), root=hash32(tree[2]))
def promise(note, origin, leaf, keys):  # section 7
    signed, day, hour = read_note(note), "[0-9]{4}-[01][0-9]-[0-3][0-9]", "[0-2][0-9](:[0-5][0-9]){2}[.][0-9]{3}"
    lines = re.fullmatch("aletheia/promise/v1\n([^\n]+)\n([^\n]+)\n%sT%sZ\n" % (day, hour), signed["text"])
    need(lines and open_note(signed, keys), "not a promise")
    need(lines[1] == origin and hash32(lines[2]) == leaf, "it speaks of another log or entry")

def verify(origin, keys, document, digest):  # the checklist: sections 6 and 7; a receipt is one event with its promise
    single = {"aletheia/receipt/v1": True, "aletheia/item-history/v1": False}[document["format"]]
    failed, about, heads, places, held = [], set(), {}, [], None
    promising, own = [[key for key in keys if key[0] == name] for name in (origin + "/promise", origin)]
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
        (leaf, shown), given = entry(step["event"]), step.get("proof") if single else step["proof"]
        print("[note] event %d: entry %s, withheld:" % (step["number"], leaf.hex()), *sorted(set(FIELDS) - set(shown)))
        if single and promising and step.get("promise") is not None:
            check("promise", promise, step["promise"], origin, leaf, promising)
        before, signed, proof = len(failed), [], check("proof", read_proof, given)
        if proof:
            places.append((step["number"], proof["index"]))
            heads.setdefault(proof["size"], set()).add(proof["root"])
            check("origin", need, proof["origin"] == origin, "found " + proof["origin"])
            signed = check("signature", open_note, proof, keys if own else []) or []
            for kind in {key[2] for key in own}:
                check("signature-" + KINDS[kind][0], need, (origin, kind) in [s[:2] for s in signed], "absent")
            check("inclusion", inclusion, leaf, proof)
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
    waived, args = "--ed25519-suffices" in args, [word for word in args if word != "--ed25519-suffices"]
    try:
        keys = [vkey(line.strip("\n")) for line in open(args[1], encoding="utf-8") if line.strip()]
        usable = [key for key in keys if ml_dsa_44 or key[2] != 6]
        need(waived or usable == keys, "signature-ml-dsa-44 needs ml_dsa.py beside this file, or --ed25519-suffices")
        print("[note] signature-ml-dsa-44: " + ("checked where given" if ml_dsa_44 else "not checked: waived"))
        digest = hashlib.sha256(open(args[3], "rb").read()).hexdigest() if len(args) == 4 else None
        failed, held = verify(args[0], usable, read_json(open(args[2], "rb").read()), digest)
    except (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as e:
        print("cannot verify: %s\n\n%s" % (e, __doc__), file=sys.stderr)
        return 2
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(held)) if held else "the unstated time of the checkpoint"
    shows = "held by %s no later than " % args[0] + moment if digest else "in the log of %s; no file checked" % args[0]
    print("\n" + ("NOT VERIFIED: " + ", ".join(sorted(set(failed))) if failed else shows))
    return 1 if failed else 0
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
