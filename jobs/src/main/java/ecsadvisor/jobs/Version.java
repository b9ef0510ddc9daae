package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.IVersionProvider;

/** The program's version, written into a resource by the build. */
public final class Version implements IVersionProvider {
  private static final String VERSION = read();

  /** Such as {@code 0.1.0}. */
  public static String number() {
    return VERSION;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ECS Cost Advisor " + VERSION};
  }

  private static String read() {
    try (InputStream in = Version.class.getResourceAsStream("/ecsadvisor/version")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
