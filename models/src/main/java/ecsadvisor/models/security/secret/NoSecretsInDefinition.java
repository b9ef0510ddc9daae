package ecsadvisor.models.security.secret;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Are secrets kept out of the definition's texts: variables, commands, labels, log options, health
 * checks? A sure hit fails; an unsure one is named, and fails only where {@code strict} is set. A
 * container whose texts could not all be looked at is no pass, and neither are log options that AWS
 * Config leaves out, unless the driver takes no secrets.
 */
public final class NoSecretsInDefinition implements TaskCheck {
  private static final int MOST_SHOWN = 20;
  private static final Set<String> DRIVERS_WITHOUT_SECRETS =
      Set.of("", "awslogs", "json-file", "journald", "none");

  private final Settings settings;

  /**
   * Settings.
   *
   * @param strict whether unsure hits fail
   */
  public record Settings(
      @Setting("Whether a text that may be a secret, but may not, fails the check")
          boolean strict) {
    /** Only sure hits fail. */
    public static Settings defaults() {
      return new Settings(false);
    }
  }

  public NoSecretsInDefinition(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "No text of the task definition is a secret";
  }

  @Override
  public String remedy() {
    return "Store the value in Secrets Manager or Parameter Store, reference it in secrets, and"
        + " replace it: whoever may describe the definition has seen it.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<Evidence> secrets = new ArrayList<>();
    List<Evidence> unsure = new ArrayList<>();
    for (ContainerSecurity container : task.containers()) {
      for (SecretHit hit : container.secretHits()) {
        boolean fails = settings.strict() || hit.confidence() == Confidence.HIGH;
        add(container, hit, fails ? "secret" : "possible_secret", fails ? secrets : unsure);
      }
    }
    if (!secrets.isEmpty()) {
      return CheckResult.fail(CheckReason.SECRET_TEXT, secrets.toArray(Evidence[]::new))
          .with(unsure);
    }
    for (ContainerSecurity container : task.containers()) {
      if (!isScanned(container, task.fromConfig())) {
        return CheckResult.noData(
                CheckReason.NOT_SCANNED,
                "ecs-task-definition",
                "Add aws ecs describe-task-definition of %s with the values of its variables; they"
                        .formatted(task.name())
                    + " are looked at and not kept.",
                new Evidence("container", container.name()))
            .with(unsure);
      }
    }
    return CheckResult.pass(unsure.toArray(Evidence[]::new));
  }

  private static boolean isScanned(ContainerSecurity container, boolean fromConfig) {
    LogSecurity log = container.log();
    boolean optionsLeftOut =
        fromConfig && log != null && !DRIVERS_WITHOUT_SECRETS.contains(log.driver());
    return container.secretsScanned() && !optionsLeftOut;
  }

  private static void add(
      ContainerSecurity container, SecretHit hit, String kind, List<Evidence> to) {
    if (to.size() == MOST_SHOWN) {
      to.add(new Evidence(kind, "and more"));
    }
    if (to.size() > MOST_SHOWN) {
      return;
    }
    String where = hit.name().isEmpty() ? hit.place() : hit.place() + " " + hit.name();
    to.add(
        new Evidence(
            kind,
            "%s of container %s (%s, length %s)"
                .formatted(where, container.name(), hit.rule(), hit.length())));
  }
}
