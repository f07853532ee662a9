package org.aletheia.resilience.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages of PostgreSQL's protocol 3.0 up to the one that the server answers (Sync, Query, the end of a copy, a password). A kind is the
 * statements that are executed, without their values; that of a COMMIT is what its transaction has written and into which tables.
 */
final class PostgresRequests implements Protocol.Requests {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;
    private static final Pattern LITERALS = Pattern.compile("'[^']*'|\\$?\\b\\d+\\b");
    private static final Pattern VALUES = Pattern.compile("#(\\s*,\\s*#)+");
    private static final Pattern ROWS = Pattern.compile("\\(#\\)(\\s*,\\s*\\(#\\))+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Not that of "for update" and "for no key update", nor of "on conflict do update set". */
    private static final Pattern WRITES = Pattern.compile(
            "\\b(insert into|(?<!for |key )update|delete from|copy)\\s+(?!set\\b)([\\w.\"]+)",
            Pattern.CASE_INSENSITIVE);

    private final DataInputStream in;
    private final Map<String, String> prepared = new HashMap<>();
    private final Set<String> written = new LinkedHashSet<>();
    private boolean started;
    private String before = "";

    PostgresRequests(InputStream client) {
        this.in = new DataInputStream(client);
    }

    @Override
    public @Nullable Request next() throws IOException {
        try {
            return started ? messages() : opening();
        } catch (EOFException e) {
            return null;
        }
    }

    private Request opening() throws IOException {
        int length = in.readInt();
        byte[] rest = in.readNBytes(length - 4);
        int code = ByteBuffer.wrap(rest).getInt();
        started = code != SSL_REQUEST && code != GSS_REQUEST;
        byte[] whole = ByteBuffer.allocate(length).putInt(length).put(rest).array();
        return Request.of(code == CANCEL_REQUEST ? null : "connect", whole);
    }

    private Request messages() throws IOException {
        var whole = new ByteArrayOutputStream();
        var out = new DataOutputStream(whole);
        Set<String> statements = new LinkedHashSet<>();
        while (true) {
            int type = in.readUnsignedByte();
            int length = in.readInt();
            byte[] payload = in.readNBytes(length - 4);
            out.writeByte(type);
            out.writeInt(length);
            out.write(payload);
            switch (type) {
                case 'P' -> {
                    prepared.put(text(payload, 0), text(payload, 1));
                    statements.add(text(payload, 1));
                }
                case 'B' -> statements.add(prepared.getOrDefault(text(payload, 1), "?"));
                case 'Q' -> statements.add(text(payload, 0));
                case 'd', 'X' -> {
                    return Request.of(null, whole.toByteArray()); // rows to copy, the end: nobody answers
                }
                case 'c' -> {
                    return Request.of("rows of " + before, whole.toByteArray());
                }
                case 'p' -> {
                    return Request.of("connect", whole.toByteArray());
                }
                default -> {}
            }
            if (type == 'S' || type == 'Q' || type == 'H') {
                return Request.of(kind(statements), whole.toByteArray());
            }
        }
    }

    private String kind(Set<String> statements) {
        String kind = general(String.join("; ", statements));
        if (kind.equals("COMMIT")) {
            return "COMMIT of " + (written.isEmpty() ? "nothing" : String.join(", ", written));
        }
        if (kind.startsWith("BEGIN")) {
            written.clear();
        }
        Matcher writes = WRITES.matcher(kind);
        while (writes.find()) {
            written.add(writes.group(1) + " " + writes.group(2));
        }
        before = kind;
        return kind;
    }

    /** Without its values, so that the same statement has the same name wherever it is sent. */
    static String general(String sql) {
        String spaced = SPACE.matcher(sql).replaceAll(" ").strip();
        String values = VALUES.matcher(LITERALS.matcher(spaced).replaceAll("#")).replaceAll("#");
        return ROWS.matcher(values).replaceAll("(#)");
    }

    /** The n-th of the texts at the beginning of a message, each ended by a zero byte. */
    private static String text(byte[] payload, int number) {
        int from = 0;
        for (int i = 0; i < number; i++) {
            from = end(payload, from) + 1;
        }
        return new String(payload, from, end(payload, from) - from, StandardCharsets.UTF_8);
    }

    private static int end(byte[] payload, int from) {
        int end = from;
        while (payload[end] != 0) {
            end++;
        }
        return end;
    }
}
