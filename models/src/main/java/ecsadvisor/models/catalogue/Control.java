package ecsadvisor.models.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a framework: what is asked of every service.
 *
 * @param framework the framework
 * @param identifier the row's identifier, unique in its framework
 * @param severity the design's severity, which orders the report
 * @param awsSeverity the severity that AWS gives the control today, or null where AWS has none
 * @param title the row's title
 * @param description what it asks for
 * @param owner who acts: IaC, User or Platform
 * @param implementation how it is met
 * @param checks names of the classes that answer it; empty while nothing does
 * @param advisory names of the classes that add facts to it without changing its verdict
 * @param attestation type of the statement that it never passes without; empty for none
 * @param note what else is to be known of it, such as that AWS has retired it
 * @param needs inputs and inventory kinds without which it cannot be judged
 */
public record Control(
    Framework framework,
    String identifier,
    Severity severity,
    @Nullable Severity awsSeverity,
    String title,
    String description,
    String owner,
    String implementation,
    List<String> checks,
    List<String> advisory,
    String attestation,
    String note,
    List<String> needs) {
  public Control {
    checks = List.copyOf(checks);
    advisory = List.copyOf(advisory);
    needs = List.copyOf(needs);
  }

  /** Whether code answers this row. */
  public boolean implemented() {
    return !checks.isEmpty();
  }
}
