package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void theEscapesOfTheLanguageGiveTheTextBack() {
    for (String text : HostileTexts.some(1_000)) {
      assertEquals(text, unescaped(TerraformText.quoted(text)));
    }
  }

  @Test
  void noExpressionBeginsAndNothingIsHidden() {
    for (String text : HostileTexts.some(1_000)) {
      String quoted = TerraformText.quoted(text);
      assertFalse(quoted.contains("${") || quoted.contains("%{"), quoted);
      assertTrue(PlainText.isPlain(quoted), quoted);
    }
  }

  /** Terraform composes accents when it reads; texts that it would compose are left out. */
  @Test
  void terraformReadsEveryTextAsWhatItStandsFor() throws Exception {
    assumeTrue(Bash.has("terraform"), "terraform is needed");
    List<String> texts =
        HostileTexts.some(1_000).stream()
            .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
            .toList();
    Files.writeString(
        folder.resolve("main.tf"),
        texts.stream()
            .map(text -> "    " + TerraformText.quoted(text) + ",\n")
            .collect(Collectors.joining("", "locals {\n  all = [\n", "  ]\n}\n")),
        UTF_8);
    Bash.Result result =
        Bash.run(
            folder,
            Map.of("CHECKPOINT_DISABLE", "1"),
            "-c",
            "echo 'base64encode(jsonencode(local.all))' | terraform console 2>error");
    assertEquals(0, result.status(), Files.readString(folder.resolve("error"), UTF_8));
    String encoded = result.out().strip().replace("\"", "");
    JsonNode read = JSON.readTree(Base64.getDecoder().decode(encoded));
    List<String> found = new ArrayList<>();
    read.forEach(node -> found.add(node.textValue()));
    assertEquals(texts, found);
  }

  private static String unescaped(String quoted) {
    assertTrue(quoted.matches("\"([^\"\\\\]|\\\\.)*\""), quoted);
    Matcher escapes = Pattern.compile("\\\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))").matcher(quoted);
    StringBuilder text = new StringBuilder();
    while (escapes.find()) {
      String code = escapes.group(1) == null ? escapes.group(2) : escapes.group(1);
      String one = escapes.group(3);
      String plain = "n".equals(one) ? "\n" : one;
      escapes.appendReplacement(
          text,
          Matcher.quoteReplacement(
              code == null ? plain : Character.toString(Integer.parseInt(code, 16))));
    }
    escapes.appendTail(text);
    return text.substring(1, text.length() - 1);
  }
}
