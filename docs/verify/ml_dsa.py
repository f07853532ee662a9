"""Checks ML-DSA-44 signatures (FIPS 204, algorithms 3 and 8, empty context), which Python's own library lacks: for
verify.py, which does without only if it is told to. For checking only: nothing here takes care to hide a secret."""
import hashlib

Q, GAMMA1, GAMMA2 = 8380417, 1 << 17, 95232
ZETAS = [pow(1753, int(format(i, "08b")[::-1], 2), Q) for i in range(256)]


class Unusable(ValueError):
    """No signature or key at all."""


def need(condition, why):
    if not condition:
        raise Unusable(why)


def ntt(w, inverse=False):
    w, m = list(w), 256 if inverse else 0
    for length in ([1 << i for i in range(8)] if inverse else [128 >> i for i in range(8)]):
        for start in range(0, 256, 2 * length):
            m += -1 if inverse else 1
            for j in range(start, start + length):
                if inverse:
                    w[j], w[j + length] = (w[j] + w[j + length]) % Q, -ZETAS[m] * (w[j] - w[j + length]) % Q
                else:
                    t = ZETAS[m] * w[j + length] % Q
                    w[j], w[j + length] = (w[j] + t) % Q, (w[j] - t) % Q
    return [x * 8347681 % Q for x in w] if inverse else w


def bits(raw, width):
    n = int.from_bytes(raw, "little")
    return [n >> width * i & (1 << width) - 1 for i in range(8 * len(raw) // width)]


def uniform(seed):
    """256 coefficients by rejection; 1,680 bytes are enough but for a chance below 2 to the -300."""
    stream = hashlib.shake_128(seed).digest(1680)
    found = [stream[i] | stream[i + 1] << 8 | (stream[i + 2] & 127) << 16 for i in range(0, 1680, 3)]
    return [x for x in found if x < Q][:256]


def ml_dsa_44(key, message, signature):
    """Whether 2,420 bytes are this key's signature over the message."""
    shake = lambda raw, length: hashlib.shake_256(raw).digest(length)
    z = [[GAMMA1 - x for x in bits(signature[32 + 576 * i:608 + 576 * i], 18)] for i in range(4)]
    hints, y, at = [[0] * 256 for _ in range(4)], signature[2336:], 0
    for i in range(4):
        first = at
        need(at <= y[80 + i] <= 80, "hint")
        while at < y[80 + i]:
            need(at == first or y[at - 1] < y[at], "hint")
            hints[i][y[at]], at = 1, at + 1
    need(not any(y[at:80]) and all(abs(x) < GAMMA1 - 78 for part in z for x in part), "hint or norm")
    stream, c, at = shake(signature[:32], 1024), [0] * 256, 8
    for i in range(217, 256):
        while stream[at] > i:
            at += 1
        j, sign = stream[at], bits(stream[:8], 1)[i - 217]
        c[i], c[j], at = c[j], 1 - 2 * sign, at + 1
    c, zs, packed = ntt(c), [ntt(part) for part in z], 0
    for r in range(4):
        t = ntt([x << 13 for x in bits(key[32 + 320 * r:352 + 320 * r], 10)])
        rows = [uniform(key[:32] + bytes([s, r])) for s in range(4)]
        w = ntt([(sum(rows[s][i] * zs[s][i] for s in range(4)) - c[i] * t[i]) % Q for i in range(256)], True)
        for i in range(256):
            low = w[i] % (2 * GAMMA2)
            low -= 2 * GAMMA2 if low > GAMMA2 else 0
            high, low = (0, low - 1) if w[i] - low == Q - 1 else ((w[i] - low) // (2 * GAMMA2), low)
            packed |= (high + (hints[r][i] and (1 if low > 0 else -1))) % 44 << 6 * (256 * r + i)
    mu = shake(shake(key, 64) + b"\0\0" + message, 64)
    return signature[:32] == shake(mu + packed.to_bytes(768, "little"), 32)
