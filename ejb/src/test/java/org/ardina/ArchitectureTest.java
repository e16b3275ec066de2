package org.ardina;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the newsroom. */
@AnalyzeClasses(packages = "org.ardina", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_DOOR = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.ardina.web..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.faces..", "jakarta.json..");

    @ArchTest
    static final ArchRule JSON_IS_FOR_READING_EXPORTS = noClasses()
            .that()
            .resideOutsideOfPackages("org.ardina.importing..", "org.ardina.demonstration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule OPENID_CONNECT_IS_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("org.ardina.openid..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    @ArchTest
    static final ArchRule MONGODB_IS_BEHIND_REPOSITORIES = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotEndingWith("Documents")
            .and()
            .resideOutsideOfPackages("org.ardina.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb.client..");

    @ArchTest
    static final ArchRule REDIS_IS_IN_TECHNICAL_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("org.ardina.store..", "org.ardina.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("redis.clients..");

    @ArchTest
    static final ArchRule LUCENE_IS_BEHIND_SEARCH = noClasses()
            .that()
            .resideOutsideOfPackages("org.ardina.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("org.ardina.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper");
}
