package org.aletheia.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes ({@code Allow}, RFC 9110 §10.2.1), from the API description that the build makes. */
@Singleton
final class AllowedMethods {
    private static final String DESCRIPTION = "/META-INF/quarkus-generated-openapi-doc.JSON";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ObjectMapper json;
    private @Nullable List<Address> addresses;

    AllowedMethods(ObjectMapper json) {
        this.json = json;
    }

    /** The methods in alphabetical order, joined for the header; empty for an address that is none. */
    String of(String path) {
        return addresses().stream()
                .filter(address -> address.form.matcher(path).matches())
                .findFirst()
                .map(address -> String.join(", ", address.methods))
                .orElse("");
    }

    private synchronized List<Address> addresses() {
        if (addresses == null) {
            addresses = load();
        }
        return addresses;
    }

    private List<Address> load() {
        List<Address> found = new ArrayList<>();
        try (InputStream in = AllowedMethods.class.getResourceAsStream(DESCRIPTION)) {
            JsonNode paths =
                    in == null ? json.createObjectNode() : json.readTree(in).path("paths");
            paths.properties().forEach(path -> found.add(Address.of(path.getKey(), path.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparingInt(address -> address.places));
        return found;
    }

    /** @param places how many templates its path has: of two that match, the one with fewer is meant */
    private record Address(Pattern form, int places, Set<String> methods) {
        static Address of(String template, JsonNode operations) {
            Set<String> methods = new TreeSet<>();
            operations.fieldNames().forEachRemaining(name -> {
                if (METHODS.contains(name)) {
                    methods.add(name.toUpperCase(Locale.ROOT));
                }
            });
            String form = template.replaceAll("\\{[^/}]+}", "[^/]+");
            int places = template.length() - template.replace("{", "").length();
            return new Address(Pattern.compile(form), places, methods);
        }
    }
}
