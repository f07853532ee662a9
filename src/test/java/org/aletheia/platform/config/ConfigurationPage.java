package org.aletheia.platform.config;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Renders docs/configuration.md from the Javadoc of all {@code @ConfigMapping} interfaces, read by the JDK's own parser. */
final class ConfigurationPage {
    private static final String HEAD = """
            # Configuration

            Made from the Javadoc of the configuration interfaces by `ConfigurationPageTest`; do not edit.

            Each property can be given as an environment variable too: upper case, every other character an underscore
            (`aletheia.object-store.endpoint` is `ALETHEIA_OBJECT_STORE_ENDPOINT`). Durations are written as `10S`, `15M`, `24H`, `7D`,
            sizes as `1M`, `64K`.

            ## Database and identity provider

            | property | default | meaning |
            | --- | --- | --- |
            | `quarkus.datasource.jdbc.url` | required | Database, for example `jdbc:postgresql://db.example.org/aletheia?sslmode=verify-full`. |
            | `quarkus.datasource.password` | required | Password of the role `aletheia_app`, which serves requests. |
            | `quarkus.datasource.follower.jdbc.url` | required | The same database. |
            | `quarkus.datasource.follower.password` | required | Password of the role `aletheia_follower`, for the sequencer and other followers. |
            | `quarkus.datasource.vault.jdbc.url` | required | The same database. |
            | `quarkus.datasource.vault.password` | required | Password of the role `aletheia_vault`, which alone sees protected identities. |
            | `quarkus.flyway.password` | for `migrate` | Password of the role `aletheia_owner`; only the migration job needs it. |
            | `quarkus.oidc.auth-server-url` | required | Issuer of the access tokens. |
            | `quarkus.oidc.token.audience` | required | Audience that tokens for this server carry. |
            """;

    private record Property(String name, String fallback, String meaning) {}

    private record Group(String title, List<Property> properties) {}

    private final Map<String, Group> groups = new TreeMap<>();

    static String render(Path sources) throws IOException {
        ConfigurationPage page = new ConfigurationPage();
        page.read(sources);
        return page.write();
    }

    private void read(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> mappings =
                    found.filter(ConfigurationPage::isMapping).sorted().toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(mappings));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(docs).scan(new TreePath(unit), null);
            }
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String write() {
        StringBuilder page = new StringBuilder(HEAD);
        groups.forEach((prefix, group) -> {
            page.append("\n## ")
                    .append(prefix)
                    .append("\n\n")
                    .append(group.title)
                    .append("\n\n");
            page.append("| property | default | meaning |\n| --- | --- | --- |\n");
            group.properties.forEach(property -> page.append("| `")
                    .append(property.name)
                    .append("` | ")
                    .append(property.fallback)
                    .append(" | ")
                    .append(property.meaning)
                    .append(" |\n"));
        });
        return page.toString();
    }

    /** Collects the properties of one file. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            Optional<String> prefix = value(type.getModifiers(), "ConfigMapping");
            if (prefix.isPresent()) {
                Group group = groups.computeIfAbsent(
                        prefix.get(), key -> new Group(doc(getCurrentPath()), new ArrayList<>()));
                properties(prefix.get(), type, getCurrentPath()).forEach(read -> add(group.properties, read));
            }
            return null;
        }

        /** Those of an interface; of a map by name also those of each that is named. */
        private List<Property> properties(String prefix, ClassTree type, TreePath path) {
            List<Property> found = new ArrayList<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    Property read = property(prefix, method, path);
                    found.add(read);
                    named(type, method)
                            .ifPresent(each ->
                                    found.addAll(properties(read.name + ".NAME", each, new TreePath(path, each))));
                }
            }
            return found;
        }

        private static Optional<ClassTree> named(ClassTree type, MethodTree method) {
            String returned = method.getReturnType().toString();
            return type.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(nested -> returned.equals("Map<String, " + nested.getSimpleName() + ">"))
                    .findFirst();
        }

        /** Two capabilities may read one property, each for its own purpose. */
        private static void add(List<Property> properties, Property read) {
            for (int i = 0; i < properties.size(); i++) {
                Property known = properties.get(i);
                if (known.name.equals(read.name)) {
                    properties.set(i, new Property(known.name, known.fallback, known.meaning + " " + read.meaning));
                    return;
                }
            }
            properties.add(read);
        }

        private Property property(String prefix, MethodTree method, TreePath path) {
            String name = value(method.getModifiers(), "WithName")
                    .orElse(kebab(method.getName().toString()));
            String meaning = doc(new TreePath(path, method));
            if (meaning.isBlank()) {
                throw new IllegalStateException(prefix + "." + name + " has no Javadoc");
            }
            boolean optional = method.getReturnType().toString().matches("(Optional|Map).*");
            String fallback = value(method.getModifiers(), "WithDefault")
                    .map(text -> "`" + text + "`")
                    .orElse(optional ? "none" : "required");
            return new Property(prefix + "." + name, fallback, meaning);
        }

        private String doc(TreePath path) {
            DocCommentTree comment = docs.getDocCommentTree(path);
            String text = comment == null ? "" : comment.getFullBody().toString();
            return comment == null ? "" : plain(docs.getDocComment(path), text);
        }

        private static String plain(@Nullable String comment, String fallback) {
            return (comment == null ? fallback : comment)
                    .replaceAll("(?s)\\n\\s*@\\w+ .*", "")
                    .replaceAll("\\{@code\\s+((?:[^{}]|\\{[^{}]*})*)}", "`$1`")
                    .replaceAll("\\{@link\\s+#?([^}]*)}", "`$1`")
                    .replaceAll("<[^>]+>", " ")
                    .replace("|", "\\|")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static Optional<String> value(ModifiersTree modifiers, String annotation) {
            return modifiers.getAnnotations().stream()
                    .filter(found -> found.getAnnotationType().toString().equals(annotation))
                    .map(AnnotationTree::getArguments)
                    .map(List::getFirst)
                    .map(Reader::literal)
                    .findFirst();
        }

        private static String literal(ExpressionTree argument) {
            ExpressionTree value = argument instanceof AssignmentTree assigned ? assigned.getExpression() : argument;
            return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
        }

        private static String kebab(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }
    }
}
