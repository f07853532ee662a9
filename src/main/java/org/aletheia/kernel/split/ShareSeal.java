package org.aletheia.kernel.split;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.split.SplitSecret.Share;

/**
 * How one custodian's share of one split key travels: at rest sealed to the custodian, and, when they give it, to the key of the
 * one reveal for which they do. Each is bound to its place: moved elsewhere it does not open.
 *
 * @param split which key was split
 * @param number which share of it
 */
public record ShareSeal(UUID split, int number) {
    /** Of a sealed share: what is split has 32 bytes. */
    public static final int SEALED_LENGTH = Hpke.KEY_LENGTH + Hpke.OVERHEAD;

    /** Seals to a custodian. @throws InvalidKeyException where nothing may be sealed to this key */
    public byte[] keep(byte[] custodian, Share share) throws InvalidKeyException {
        return Hpke.seal(custodian, kept(), share.bytes());
    }

    /** Opens what a custodian keeps; empty where that is not theirs, or not of this place. */
    public Optional<Share> openKept(byte[] privateKey, byte[] sealed) {
        return share(Hpke.open(privateKey, kept(), sealed));
    }

    /** Seals to the key of a reveal. @throws InvalidKeyException as {@link #keep} */
    public byte[] give(UUID reveal, byte[] revealKey, Share share) throws InvalidKeyException {
        return Hpke.seal(revealKey, given(reveal), share.bytes());
    }

    /** Opens what a custodian gave for a reveal; empty where it is not for that one, or not of this place. */
    public Optional<Share> openGiven(UUID reveal, byte[] privateKey, byte[] sealed) {
        return share(Hpke.open(privateKey, given(reveal), sealed));
    }

    /** By which a share is known to be right. It says nothing of the share, which is as random as the digest is long. */
    public Digest commitment(Share share) {
        return Digest.sha256(place("custodian-commitment"), share.bytes());
    }

    private Optional<Share> share(Optional<byte[]> opened) {
        return opened.filter(bytes -> bytes.length == Hpke.KEY_LENGTH).map(bytes -> new Share(number, bytes));
    }

    private byte[] kept() {
        return place("custodian-share");
    }

    private byte[] given(UUID reveal) {
        return place("custodian-share-given/" + reveal);
    }

    private byte[] place(String what) {
        return ("aletheia/" + what + "/v1\n" + split + "\n" + number + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
