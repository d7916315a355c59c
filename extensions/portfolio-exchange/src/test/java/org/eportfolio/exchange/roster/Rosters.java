package org.eportfolio.exchange.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of a school that never was. */
public final class Rosters {
    private Rosters() {}

    public static final String CSV = """
            person;name;role;cohort
            noe;Noé Fictif;apprenant;2SNO
            ines;Inès Inventée;apprenante;2SNO
            m.durand;Martin Durand;enseignant;2SNO
            """;

    /** In ISO-8859-15, with the euro sign that ISO-8859-1 has not, and things that are never to be read. */
    public static byte[] siecle() {
        return siecle("""
                <ELEVE ELEVE_ID="1001" ELENOET="12">
                  <ID_NATIONAL>0000000001X</ID_NATIONAL><INE_RNIE>120890177FA</INE_RNIE>
                  <NOM_DE_FAMILLE>FICTIF</NOM_DE_FAMILLE><PRENOM>Noé</PRENOM><DATE_NAISS>31/12/2008</DATE_NAISS>
                  <SCOLARITE_AN_DERNIER><CODE_STRUCTURE>3B</CODE_STRUCTURE><NOM>Collège</NOM></SCOLARITE_AN_DERNIER>
                </ELEVE>
                <ELEVE ELEVE_ID="1002"><NOM_DE_FAMILLE>INVENTÉE</NOM_DE_FAMILLE><NOM_USAGE>CŒUR €</NOM_USAGE>
                  <PRENOM>Inès</PRENOM></ELEVE>
                <ELEVE ELEVE_ID="1003"><NOM_DE_FAMILLE>PARTI</NOM_DE_FAMILLE><PRENOM>Paul</PRENOM>
                  <DATE_SORTIE>01/10/2026</DATE_SORTIE></ELEVE>
                <ELEVE ELEVE_ID="1004"><NOM_DE_FAMILLE>SANS</NOM_DE_FAMILLE><PRENOM>Division</PRENOM></ELEVE>
                """);
    }

    public static byte[] siecle(String pupils) {
        String text = """
                <?xml version="1.0" encoding="ISO-8859-15"?>
                <BEE_ELEVES VERSION="2.1">
                <PARAMETRES><UAJ>0000000A</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE></PARAMETRES>
                <DONNEES><ELEVES>
                %s</ELEVES><STRUCTURES>
                <STRUCTURES_ELEVE ELEVE_ID="1001"><STRUCTURE><CODE_STRUCTURE>2SNO</CODE_STRUCTURE>
                  <TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>
                  <STRUCTURE><CODE_STRUCTURE>ANGL1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE>
                </STRUCTURES_ELEVE>
                <STRUCTURES_ELEVE ELEVE_ID="1002"><STRUCTURE><CODE_STRUCTURE>2SNO</CODE_STRUCTURE>
                  <TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
                </STRUCTURES></DONNEES></BEE_ELEVES>
                """.formatted(pupils);
        return text.getBytes(Charset.forName("ISO-8859-15"));
    }

    /** The files of a small OneRoster export, to change before zipping. */
    public static Map<String, String> oneRoster() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.2
                file.academicSessions,bulk
                file.classes,bulk
                file.courses,absent
                file.enrollments,bulk
                file.orgs,bulk
                file.users,bulk
                """);
        files.put("orgs.csv", """
                sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                s1,,,Lycée imaginaire,school,,
                """);
        files.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
                t1,,,2026-2027,schoolYear,2026-09-01,2027-07-05,,2027
                """);
        files.put("users.csv", """
                sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,email
                u1,,,true,noe,,Noé,Fictif,,noe@school.example
                u2,,,true,ines,,"Inès, dite ""In""\",Inventée,,
                u3,,,true,prof,,Martin,Durand,,
                """);
        files.put("classes.csv", """
                sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds
                c1,,,2SNO,,k1,,scheduled,,s1,t1
                """);
        files.put("enrollments.csv", """
                sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
                e1,,,c1,s1,u1,student,,,
                e2,,,c1,s1,u2,student,,2026-09-14,2027-01-04
                e3,,,c1,s1,u3,teacher,true,,
                e4,,,c1,s1,u3,proctor,,,
                """);
        return files;
    }

    public static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
