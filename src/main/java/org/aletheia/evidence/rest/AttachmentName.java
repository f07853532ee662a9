package org.aletheia.evidence.rest;

import java.nio.charset.StandardCharsets;

/**
 * {@code Content-Disposition} for a file name that somebody else chose (RFC 6266, RFC 8187): always an attachment, an
 * ASCII form that holds nothing a parser could trip over, and the exact name in the extended form. Directories are cut
 * off; only the last segment is a name.
 */
final class AttachmentName {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";
    private static final int MAX_SHOWN = 200;

    private AttachmentName() {}

    /** The field value. */
    static String contentDisposition(String fileName) {
        String name = shown(fileName);
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + extended(name);
    }

    private static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        // Bidirectional controls can show "gpj.exe" as "exe.jpg".
        String plain = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(MAX_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() || plain.chars().allMatch(c -> c == '.') ? "file" : plain;
    }

    private static String ascii(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%';
            text.appendCodePoint(plain ? c : '_');
        });
        return text.toString();
    }

    private static String extended(String name) {
        StringBuilder text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || ATTR_CHARS.indexOf(c) >= 0;
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
