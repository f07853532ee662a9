package org.aletheia;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.io.File;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the house: who may know whom, and what may be used where (docs/architecture.md). */
@Tag("unit")
class ArchitectureTest {
    private static final String ROOT = "org.aletheia.";

    /** From the ground up; those on one line know nothing of each other. */
    private static final List<List<String>> STOREYS = List.of(
            List.of("kernel"),
            List.of("transparency"),
            List.of("custody.format"),
            List.of("verifier", "platform"),
            List.of("codelists"),
            List.of("custody"),
            List.of("access"),
            List.of("evidence"),
            List.of("testimony", "parties", "incidents"),
            List.of("joins"),
            List.of("cases", "reparations"),
            List.of("search", "sharing", "insight"));

    private static JavaClasses product = new ClassFileImporter().importPackages();

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.aletheia");
    }

    @TestFactory
    Stream<DynamicTest> nobodyKnowsWhoLivesAboveOrBesideThem() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int storey = 0; storey < STOREYS.size(); storey++) {
            for (String capability : STOREYS.get(storey)) {
                List<String> unknown = unknownTo(capability, storey);
                tests.add(DynamicTest.dynamicTest(capability, () -> noClasses()
                        .that(in(capability))
                        .should()
                        .dependOnClassesThat(inAny(unknown))
                        .allowEmptyShould(true)
                        .check(product)));
            }
        }
        return tests.stream();
    }

    @Test
    void nobodyDependsOnTheVerifier() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + "verifier.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "verifier.."))
                .check(product);
    }

    @Test
    void theGroundStoreysKnowNoFramework() {
        noClasses()
                .that(inAny(List.of("kernel", "transparency", "custody.format", "verifier")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "com.fasterxml.."))
                .check(product);
        noClasses()
                .that(in("kernel"))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("java..", "javax..", "org.jspecify..", ROOT + "kernel.."))
                .check(product);
    }

    @Test
    void resourcesAreUsedByNobodyAndNeverTouchTheStore() {
        noClasses()
                .that(resideOutsideOfPackages("..rest.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "*.rest.."))
                .check(product);
        noClasses()
                .that(resideInAPackage("..rest.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "*.store.."))
                .check(product);
    }

    @Test
    void entitiesStayInTheirStore() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("..store..")
                .check(product);
    }

    @Test
    void eachForeignLibraryHasOneHome() {
        onlyIn("io.minio..", "platform.objectstore");
        onlyIn("co.elastic..", "search");
        onlyIn("com.ibm.icu..", "joins.matching");
        onlyIn("org.apache.tika..", "evidence.content");
        noClasses()
                .that(resideOutsideOfPackages(ROOT + "transparency..", ROOT + "custody.format.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                .check(product);
    }

    @Test
    void noNetworkCallInsideATransaction() {
        noClasses()
                .that(openTransactions())
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "platform.objectstore.."))
                .check(product);
    }

    @Test
    void timeRandomnessAndDigestsHaveOneSource() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + "kernel..", ROOT + "platform.time.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(MessageDigest.class, "getInstance", String.class)
                .orShould()
                .callConstructor(SecureRandom.class)
                .orShould()
                .callConstructor(Random.class)
                .check(product);
    }

    @Test
    void bodiesAreNeverFiles() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("..rest.."))
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe("files", types -> types.stream()
                        .anyMatch(type -> type.isAssignableTo(File.class) || type.isAssignableTo(FileUpload.class))))
                .check(product);
    }

    @Test
    void whatIsNeededComesThroughTheConstructor() {
        fields().should().notBeAnnotatedWith(Inject.class).check(product);
    }

    @Test
    void everyEndpointSaysWhoMayCall() {
        methods()
                .that(areEndpoints())
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "say who may call", method -> saysWho(method) || saysWho(method.getOwner()))))
                .check(product);
    }

    /** The framework drops an endpoint that is not public, with nothing but a line in its log. */
    @Test
    void everyEndpointIsPublic() {
        methods().that(areEndpoints()).should().bePublic().check(product);
    }

    private static List<String> unknownTo(String capability, int storey) {
        List<String> unknown = new ArrayList<>(STOREYS.get(storey));
        unknown.remove(capability);
        STOREYS.subList(storey + 1, STOREYS.size()).forEach(unknown::addAll);
        return unknown;
    }

    private static DescribedPredicate<JavaClass> in(String capability) {
        DescribedPredicate<JavaClass> inside = resideInAPackage(ROOT + capability + "..");
        return capability.equals("custody") ? inside.and(resideOutsideOfPackages(ROOT + "custody.format..")) : inside;
    }

    private static DescribedPredicate<JavaClass> inAny(List<String> capabilities) {
        return capabilities.stream()
                .map(ArchitectureTest::in)
                .reduce(DescribedPredicate.alwaysFalse(), (one, other) -> one.or(other))
                .as("in " + capabilities);
    }

    private static void onlyIn(String library, String home) {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + home + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(product);
    }

    private static DescribedPredicate<JavaClass> openTransactions() {
        return DescribedPredicate.describe(
                "open transactions",
                type -> type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class))
                        || type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(known -> known.getTargetClass().isEquivalentTo(QuarkusTransaction.class)));
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe("endpoints", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static boolean saysWho(CanBeAnnotated declared) {
        return Stream.<Class<? extends Annotation>>of(
                        Authenticated.class, RolesAllowed.class, PermitAll.class, DenyAll.class)
                .anyMatch(type -> declared.isAnnotatedWith(type));
    }
}
