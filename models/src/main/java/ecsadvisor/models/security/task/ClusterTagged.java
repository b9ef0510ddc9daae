package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckResult;
import java.util.List;

/** Has the cluster a tag other than AWS's own? Security Hub ECS.14. */
public final class ClusterTagged implements Check {
  @Override
  public String statement() {
    return "The cluster has a tag";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-cluster");
  }

  @Override
  public String remedy() {
    return "Tag the cluster, its owner and environment first.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult unread = Described.unreadCluster(service);
    if (unread != null) {
      return unread;
    }
    ClusterSecurity cluster = service.security().cluster();
    return OwnTags.judge(
        cluster.tags(), cluster.tagsKnown(), false, service, "ecs-cluster", Described.CLUSTERS);
  }
}
