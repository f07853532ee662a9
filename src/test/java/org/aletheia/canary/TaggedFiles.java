package org.aletheia.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that carry names beside what they show. */
final class TaggedFiles {
    private static final int IMAGE_DESCRIPTION = 0x010e;
    private static final int ARTIST = 0x013b;

    private TaggedFiles() {}

    /** A JPEG whose EXIF (JEITA CP-3451) names somebody as what is shown and as the photographer. */
    static byte[] photograph(Seed seed) {
        byte[] shown = (seed.text() + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] artist = (seed.name() + "\0").getBytes(StandardCharsets.UTF_8);
        int texts = 8 + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(texts + shown.length + artist.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2);
        entry(tiff, IMAGE_DESCRIPTION, shown.length, texts);
        entry(tiff, ARTIST, artist.length, texts + shown.length);
        tiff.putInt(0).put(shown).put(artist);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1});
        jpeg.writeBytes(ByteBuffer.allocate(2)
                .putShort((short) (2 + 6 + tiff.capacity()))
                .array());
        jpeg.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        jpeg.writeBytes(tiff.array());
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return jpeg.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int length, int at) {
        tiff.putShort((short) tag).putShort((short) 2).putInt(length).putInt(at);
    }

    /** An MP3 whose ID3v2.3 tag has title and comment in UTF-16, and the speaker in UTF-8 as many programs write it. */
    static byte[] recording(Seed seed) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frame(frames, "TIT2", utf16(seed.name() + " " + seed.village()));
        frame(frames, "COMM", utf16(seed.phone()));
        byte[] speaker = seed.nickname().getBytes(StandardCharsets.UTF_8);
        frame(
                frames,
                "TPE1",
                ByteBuffer.allocate(speaker.length + 1)
                        .put((byte) 3)
                        .put(speaker)
                        .array());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'I', 'D', '3', 3, 0, 0});
        int size = frames.size();
        file.writeBytes(new byte[] {
            (byte) (size >> 21 & 0x7f), (byte) (size >> 14 & 0x7f), (byte) (size >> 7 & 0x7f), (byte) (size & 0x7f)
        });
        file.writeBytes(frames.toByteArray());
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0});
        return file.toByteArray();
    }

    private static byte[] utf16(String text) {
        byte[] units = text.getBytes(StandardCharsets.UTF_16); // with the mark of its order
        return ByteBuffer.allocate(units.length + 1).put((byte) 1).put(units).array();
    }

    private static void frame(ByteArrayOutputStream to, String id, byte[] body) {
        to.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(
                ByteBuffer.allocate(6).putInt(body.length).putShort((short) 0).array());
        to.writeBytes(body);
    }

    /** A document of an office program: an archive whose properties name the author. */
    static byte[] document(Seed seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("docProps/core.xml"));
            zip.write(("<creator>" + seed.text() + "</creator>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/" + seed.nickname() + ".xml"));
            zip.write(("<t>" + seed.text() + "</t>").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
