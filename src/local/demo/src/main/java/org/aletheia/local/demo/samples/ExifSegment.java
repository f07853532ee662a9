package org.aletheia.local.demo.samples;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The APP1 segment of a JPEG with the two facts that matter to an investigator: when (tag DateTimeOriginal) and where
 * (the GPS directory). Layout: TIFF 6.0, big-endian, as EXIF 2.3 §4.5 and §4.6 lay it down.
 */
record ExifSegment(double longitude, double latitude, String time) {

    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF_HEADER_BYTES = 8;
    private static final int TIME_BYTES = 20;
    private static final int POSITION_BYTES = 24;

    private static final int MAIN_DIRECTORY = TIFF_HEADER_BYTES;
    private static final int EXIF_DIRECTORY = MAIN_DIRECTORY + directoryBytes(2);
    private static final int GPS_DIRECTORY = EXIF_DIRECTORY + directoryBytes(1);
    private static final int TIME_AT = GPS_DIRECTORY + directoryBytes(4);
    private static final int LATITUDE_AT = TIME_AT + TIME_BYTES;
    private static final int LONGITUDE_AT = LATITUDE_AT + POSITION_BYTES;
    private static final int TIFF_BYTES = LONGITUDE_AT + POSITION_BYTES;

    private static int directoryBytes(int entries) {
        return 2 + entries * ENTRY_BYTES + 4;
    }

    byte[] bytes() {
        byte[] identifier = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + identifier.length + TIFF_BYTES;
        return ByteBuffer.allocate(2 + length)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put(identifier)
                .put(tiff())
                .array();
    }

    private byte[] tiff() {
        var out = ByteBuffer.allocate(TIFF_BYTES);
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(MAIN_DIRECTORY);
        out.putShort((short) 2);
        entry(out, 0x8769, LONG, 1, EXIF_DIRECTORY);
        entry(out, 0x8825, LONG, 1, GPS_DIRECTORY);
        out.putInt(0);
        out.putShort((short) 1);
        entry(out, 0x9003, ASCII, TIME_BYTES, TIME_AT);
        out.putInt(0);
        out.putShort((short) 4);
        entry(out, 0x0001, ASCII, 2, (latitude >= 0 ? 'N' : 'S') << 24);
        entry(out, 0x0002, RATIONAL, 3, LATITUDE_AT);
        entry(out, 0x0003, ASCII, 2, (longitude >= 0 ? 'E' : 'W') << 24);
        entry(out, 0x0004, RATIONAL, 3, LONGITUDE_AT);
        out.putInt(0);
        out.put(time.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        degrees(out, latitude);
        degrees(out, longitude);
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int valueOrOffset) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(valueOrOffset);
    }

    /** Degrees, minutes and seconds as three rationals; seconds to a thousandth. */
    private static void degrees(ByteBuffer out, double angle) {
        double absolute = Math.abs(angle);
        int degrees = (int) absolute;
        int minutes = (int) ((absolute - degrees) * 60);
        double seconds = ((absolute - degrees) * 60 - minutes) * 60;
        out.putInt(degrees).putInt(1);
        out.putInt(minutes).putInt(1);
        out.putInt((int) Math.round(seconds * 1000)).putInt(1000);
    }
}
