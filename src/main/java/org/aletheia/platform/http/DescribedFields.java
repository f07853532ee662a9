package org.aletheia.platform.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completes the fields of the API's description when it is built, from the records that answers and bodies are: what is
 * {@link Nullable} there may be null, unless null is left out of the answer, and where the members of a map are written among
 * the others, there are others.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescribedFields implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName AMONG_OTHERS = DotName.createSimple(JsonAnyGetter.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final List<ClassInfo> records;

    /** Of all that is in the index. */
    public DescribedFields(IndexView index) {
        this.records =
                index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            Map<String, Schema> fields = schema.getProperties();
            if (fields != null) {
                records.stream()
                        .filter(each -> isDescribed(each, name, fields))
                        .findFirst()
                        .ifPresent(found -> complete(found, schema));
            }
        });
    }

    /** A name is given twice with a number behind it, and that of a generic record goes on with what it is of. */
    private static boolean isDescribed(ClassInfo type, String name, Map<String, Schema> fields) {
        AnnotationInstance given = type.declaredAnnotation(NAMED);
        String own = given == null || given.value("name") == null
                ? type.simpleName()
                : given.value("name").asString();
        boolean named = type.typeParameters().isEmpty()
                ? name.replaceFirst("\\d+$", "").equals(own) || name.equals(own)
                : name.startsWith(own);
        return named
                && type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .toList()
                        .containsAll(fields.keySet());
    }

    private static void complete(ClassInfo type, Schema schema) {
        for (RecordComponentInfo component : type.recordComponents()) {
            Schema field = schema.getProperties().get(component.name());
            if (field == null) {
                continue;
            }
            if (said(component, AMONG_OTHERS) != null) {
                schema.removeProperty(component.name());
                schema.setAdditionalPropertiesBoolean(true);
            } else if (component.type().hasAnnotation(NULLABLE) && !isLeftOut(type, component)) {
                schema.addProperty(component.name(), nullable(field));
            }
        }
    }

    /** What a field says of itself goes before what its record says. */
    private static boolean isLeftOut(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance own = said(component, INCLUDE);
        AnnotationInstance include = own != null ? own : type.declaredAnnotation(INCLUDE);
        return include != null
                && include.value() != null
                && !include.value().asEnum().equals(JsonInclude.Include.ALWAYS.name());
    }

    private static @Nullable AnnotationInstance said(RecordComponentInfo component, DotName annotation) {
        return component.field().annotations().stream()
                .filter(each -> each.name().equals(annotation) && each.target().kind() == AnnotationTarget.Kind.FIELD)
                .findFirst()
                .orElse(null);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        return schema.getType() == null ? schema : schema.addType(Schema.SchemaType.NULL);
    }
}
