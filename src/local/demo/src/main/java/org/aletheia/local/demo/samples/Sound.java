package org.aletheia.local.demo.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Two seconds of a fading tone, as a RIFF WAVE file with 16-bit mono samples. */
public final class Sound {

    private static final int RATE_HZ = 16_000;
    private static final int SECONDS = 2;
    private static final int HEADER_BYTES = 44;

    private Sound() {}

    /** The recording, under the name that a phone would give it. */
    public static SampleFile recording() {
        int dataBytes = RATE_HZ * SECONDS * 2;
        var out = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + dataBytes).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(RATE_HZ).putInt(RATE_HZ * 2).putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(dataBytes);
        for (int i = 0; i < RATE_HZ * SECONDS; i++) {
            double fade = 1 - (double) i / (RATE_HZ * SECONDS);
            out.putShort((short) (8000 * fade * Math.sin(2 * Math.PI * 440 * i / RATE_HZ)));
        }
        return new SampleFile("voice-0017.wav", "audio/wav", "zxx", out.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
