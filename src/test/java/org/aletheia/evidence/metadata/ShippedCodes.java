package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

final class ShippedCodes implements Codes {
    @Override
    public @Nullable String check(String list, String given, String pointer, Findings findings) {
        return findings.require(codes(list).contains(given), pointer, "code-unknown") ? given : null;
    }

    private static java.util.List<String> codes(String list) {
        try (var in = ShippedCodes.class.getResourceAsStream("/codelists/" + list + ".json")) {
            return JsonMapper.builder()
                    .build()
                    .readTree(Objects.requireNonNull(in))
                    .findValuesAsText("code");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
