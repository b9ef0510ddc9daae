package ecsadvisor.jobs.source.attestation;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.file.TextFiles;
import ecsadvisor.models.fact.security.Attestation;
import ecsadvisor.models.fact.security.Attestations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of attestations: YAML (a list, also under {@code attestations}) or CSV with a
 * header. An attestation that is not in order is a mistake of its author, never ignored.
 */
public final class AttestationFile {
  private AttestationFile() {}

  /**
   * The statements of a file.
   *
   * @param text the file's text
   * @param file its name, for messages
   * @param controls identifiers of controls that there are
   * @throws UserMistake with one line per mistake
   */
  public static Attestations read(String text, String file, Set<String> controls) {
    String content = TextFiles.withoutMark(text);
    boolean csv = content.stripLeading().toLowerCase(Locale.ROOT).startsWith("control,");
    List<Map<String, String>> entries =
        csv ? AttestationCsv.entries(content, file) : AttestationYaml.entries(content, file);
    List<String> mistakes = new ArrayList<>();
    List<Attestation> attestations = new ArrayList<>();
    int number = 1;
    for (Map<String, String> entry : entries) {
      AttestationEntry one =
          new AttestationEntry(
              entry, "--attestations %s: entry %d: ".formatted(file, number++), mistakes);
      Attestation attestation = one.attestation(controls);
      if (attestation != null) {
        attestations.add(attestation);
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return new Attestations(attestations);
  }
}
