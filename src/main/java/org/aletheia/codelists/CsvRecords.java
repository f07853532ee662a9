package org.aletheia.codelists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.http.Findings;

/** Takes CSV apart (RFC 4180); lines end with CRLF or LF. Not thread-safe. */
final class CsvRecords {
    private final String text;
    private final Findings findings;
    private final List<Fields> records = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private int at;
    private int line = 1;

    /** One record. @param line where it begins, from 1 */
    record Fields(int line, List<String> values) {}

    private CsvRecords(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** All records, those of before a quote that is out of place; {@code csv-encoding} where it is not UTF-8. */
    static List<Fields> read(byte[] utf8, Findings findings) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return new CsvRecords(text.startsWith("\uFEFF") ? text.substring(1) : text, findings).all();
        } catch (CharacterCodingException e) {
            findings.add("", "csv-encoding");
            return List.of();
        }
    }

    private List<Fields> all() {
        while (at < text.length()) {
            int begun = line;
            if (!record()) {
                // What follows a quote that is out of place cannot be told apart any more.
                findings.add("", "csv-quote", Map.of("line", begun));
                return records;
            }
            records.add(new Fields(begun, List.copyOf(fields)));
        }
        return records;
    }

    private boolean record() {
        fields.clear();
        while (true) {
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            if (!(quoted ? quoted() : plain())) {
                return false;
            }
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            } else {
                return endOfLine();
            }
        }
    }

    private boolean plain() {
        int start = at;
        while (at < text.length() && ",\"\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        fields.add(text.substring(start, at));
        return at == text.length() || text.charAt(at) != '"';
    }

    private boolean quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && at < text.length() && text.charAt(at) == '"') {
                at++;
            } else if (c == '"') {
                fields.add(field.toString());
                return true;
            } else if (c == '\n') {
                line++;
            }
            field.append(c);
        }
        return false;
    }

    /** Whether a line, or the text, ends here. */
    private boolean endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at == text.length()) {
            return true;
        }
        line++;
        return text.charAt(at++) == '\n';
    }
}
