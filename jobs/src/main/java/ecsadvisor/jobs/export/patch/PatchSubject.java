package ecsadvisor.jobs.export.patch;

import ecsadvisor.jobs.finding.PatchFolder;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a patch is about. The names come from inputs; only the four identifiers that become paths or
 * options of commands are held to their form here.
 *
 * @param recommendationId names the folder of the patch: small letters, digits and hyphens
 * @param controlId such as {@code COST-03}
 * @param accountId twelve digits
 * @param region the region's code; empty for what belongs to no region
 * @param clusterName the cluster; empty where it belongs to none
 * @param serviceName the service; empty for what is no single service
 * @param serviceArn its ARN; empty likewise
 * @param resourceType such as EcsService or EbsVolume
 * @param resourceId the resource's name or id
 * @param resourceArn its ARN; empty where it has none
 * @param config the inventory's view of the service, or null without one
 */
public record PatchSubject(
    String recommendationId,
    String controlId,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String serviceArn,
    String resourceType,
    String resourceId,
    String resourceArn,
    @Nullable ServiceConfig config) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CONTROL = Pattern.compile("[A-Z0-9-]+");

  public PatchSubject {
    require("recommendationId", recommendationId, ID);
    require("controlId", controlId, CONTROL);
    require("accountId", accountId, PatchFolder.ACCOUNT);
    require("region", region, PatchFolder.REGION);
  }

  /** A service, with the inventory's view of it if there is one. */
  public static PatchSubject service(
      String recommendationId, String controlId, ServiceKey key, @Nullable ServiceConfig config) {
    String arn = config == null ? key.arn() : config.serviceArn();
    return new PatchSubject(
        recommendationId,
        controlId,
        key.accountId(),
        key.region(),
        key.clusterName(),
        key.serviceName(),
        arn,
        "EcsService",
        key.serviceName(),
        arn,
        config);
  }

  /** A shared resource. Steps about a service need one that serves a single service. */
  public static PatchSubject resource(
      String recommendationId, String controlId, ResourceAdvice advice) {
    ServiceKey only = advice.services().size() == 1 ? advice.services().get(0) : null;
    return new PatchSubject(
        recommendationId,
        controlId,
        advice.accountId(),
        advice.region(),
        only == null ? advice.clusterName() : only.clusterName(),
        only == null ? "" : only.serviceName(),
        only == null ? "" : only.arn(),
        advice.resourceType(),
        advice.resourceId(),
        advice.resourceArn(),
        null);
  }

  /** What the patch is about, for people. */
  String title() {
    return serviceName.isEmpty()
        ? resourceType + " " + resourceId
        : "service " + clusterName + "/" + serviceName;
  }

  private static void require(String name, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a " + name + " of a patch: " + PlainText.line(value));
    }
  }
}
